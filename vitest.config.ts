import { defineConfig } from 'vitest/config';

const setup = ['./scripts/database/vitest-setup.ts'];

/** All unit and integration tests, so that `vitest run <path>` works from the root for every package. */
const config = defineConfig({
  test: {
    projects: [
      'apps/api',
      'apps/web',
      { test: { name: 'domain', root: 'packages/domain', include: ['src/**/*.test.ts'] } },
      { test: { name: 'contract', root: 'packages/contract', include: ['src/**/*.test.ts'] } },
      { test: { name: 'words', root: 'packages/words', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'scripts',
          include: ['scripts/**/*.test.ts', 'prisma/**/*.test.ts'],
          globalSetup: setup,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

export { config as default };
