import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: 'test/support/build-cli.ts',
    // Much of a test's time is spent waiting for LibreOffice and Chromium.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // A page that is drawn anew is waited for, on a busy machine too.
    expect: { poll: { timeout: 15_000 } },
  },
});
