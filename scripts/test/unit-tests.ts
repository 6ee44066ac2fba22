import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, runBin } from './run-tool.ts';
import { endOf, type Result } from './static-checks.ts';

type Report = { testResults: FileReport[] };
type FileReport = {
  name: string;
  status: string;
  message: string;
  startTime: number;
  endTime: number;
  assertionResults: Assertion[];
};
type Assertion = { status: string; fullName: string; failureMessages: string[] };

/** All vitest tests in one run, counted per package. */
export async function runUnitTests(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'danku-test-'));
  const file = join(folder, 'report.json');
  const { code, output } = await runBin('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
    show: true,
  });
  const report: Report | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  const results = report === undefined ? [] : [...byPackage(report.testResults)].map(([name, files]) => resultOf(name, files));
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  if (code !== 0 && failed === 0) {
    // It fell over outside of any test: at set-up, or by an error nobody caught.
    results.push({
      name: 'vitest',
      passed: 0,
      failed: 1,
      skipped: 0,
      seconds: 0,
      failures: [`vitest ended with code ${code}\n${endOf(output)}`],
    });
  }
  return results;
}

function byPackage(files: FileReport[]): Map<string, FileReport[]> {
  return Map.groupBy(files, ({ name }) => /^((?:apps|packages)\/[^/]+|[^/]+)\//.exec(relative(root, name))?.[1] ?? 'others');
}

function resultOf(name: string, files: FileReport[]): Result {
  const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ file: relative(root, file.name), ...test })));
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  const count = (status: string): number => tests.filter((test) => test.status === status).length;
  return {
    name,
    passed: count('passed'),
    failed: count('failed') + broken.length,
    skipped: tests.length - count('passed') - count('failed'),
    seconds: files.reduce((sum, file) => sum + (file.endTime - file.startTime) / 1000, 0),
    failures: [
      ...tests
        .filter(({ status }) => status === 'failed')
        .map((test) => `${test.file}: ${test.fullName}\n${endOf(test.failureMessages.join('\n'), 12)}`),
      ...broken.map((file) => `${relative(root, file.name)} could not run\n${endOf(file.message, 12)}`),
    ],
  };
}
