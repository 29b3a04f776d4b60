import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: 'test/support/build-cli.ts',
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
