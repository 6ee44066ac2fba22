import { defineConfig } from 'vitest/config';

const config = defineConfig({
  test: {
    name: 'api',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../scripts/database/vitest-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});

export { config as default };
