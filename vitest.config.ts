import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: 'test/support/build-cli.ts',
    // Much of a test's time is spent waiting for LibreOffice and Chromium.
    maxWorkers: '100%',
    // Test files share what a worker has loaded, schemes and samples among it: half of the time went into loading it anew for each.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // A page that is drawn anew is waited for, on a busy machine too.
    expect: { poll: { timeout: 15_000 } },
  },
});
