import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = join(import.meta.dirname, '../..');
const port = process.env['DANKU_E2E_PORT'] ?? '38300';
const dataFolder = process.env['DANKU_E2E_DATA'] ?? join(root, 'node_modules/.cache/danku-e2e');
const browser = process.env['PLAYWRIGHT_CHROMIUM'];

/** The journeys against the whole system with its demo. `npm test -- e2e` finds the browser and gives a fresh data folder. */
const config = defineConfig({
  testDir: 'src',
  testMatch: '**/*.spec.ts',
  // `npm run pictures` alone looks at the screens without judging them.
  testIgnore: process.env['DANKU_PICTURES'] === '1' ? [] : '**/pictures.spec.ts',
  outputDir: join(root, 'test-results'),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // The journeys share one small machine with server, worker and database.
  workers: 1,
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-dev-shm-usage'],
    },
  },
  webServer: {
    command: `node ${join(root, 'scripts/start.ts')}`,
    url: `http://localhost:${port}/readyz`,
    env: { PORT: port, DANKU_DATA: dataFolder, DANKU_DEMO: '1' },
    timeout: 420_000,
    // It stops PostgreSQL too, which it could not do when killed.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});

export { config as default };
