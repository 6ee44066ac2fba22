import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../database/free-port.ts';
import { findBrowser } from './browser.ts';
import { root, runBin } from './run-tool.ts';
import { endOf, type Result } from './static-checks.ts';

type Spec = { title: string; ok: boolean; file: string };
type Suite = { suites?: Suite[]; specs?: Spec[] };
type Report = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; suites: Suite[] };

const name = 'end to end';

/** The journeys in a real browser; apps/e2e starts the system it looks at by itself. */
export async function runEndToEnd(): Promise<Result> {
  const began = performance.now();
  const browser = await findBrowser();
  if (browser === undefined) {
    return broken('No Chromium could be found or installed. Install one, or name it by PLAYWRIGHT_CHROMIUM.', began);
  }
  const folder = mkdtempSync(join(tmpdir(), 'danku-e2e-'));
  const file = join(folder, 'report.json');
  const dataFolder = join(folder, 'data');
  // Where we are root, PostgreSQL runs as a user of its own and has to get there.
  chmodSync(folder, 0o755);
  mkdirSync(dataFolder);
  const port = String(await freePort(0));
  const env = {
    PLAYWRIGHT_CHROMIUM: browser,
    DANKU_E2E_DATA: dataFolder,
    DANKU_E2E_PORT: port,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    NO_COLOR: undefined,
    FORCE_COLOR: '0',
  };
  const { output } = await runBin('playwright', ['test', '--reporter=list,json'], {
    cwd: join(root, 'apps/e2e'),
    env,
    show: true,
  });
  const report: Report | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(folder, { recursive: true, force: true });
  if (report === undefined || report.stats.expected + report.stats.unexpected + report.stats.flaky === 0) {
    return broken(`Playwright ran no test.\n${endOf(output)}`, began);
  }
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    name,
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    seconds: secondsSince(began),
    failures: specsOf({ suites: report.suites })
      .filter(({ ok }) => !ok)
      .map((spec) => `apps/e2e/${spec.file}: ${spec.title}`),
  };
}

function specsOf(suite: Suite): Spec[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

function broken(reason: string, began: number): Result {
  return { name, passed: 0, failed: 1, skipped: 0, seconds: secondsSince(began), failures: [`${name}: ${reason}`] };
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}
