import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promises, tools, type Promised } from './proof/promises.ts';
import { root, runBin, runTool } from './test/run-tool.ts';

const help = `Proves what Danku promises of isolation, sessions, input and durability, with the full numbers; npm test tries
the same with small ones. Takes about half an hour on a machine with two cores.

  npm run proof                 everything
  npm run proof -- S4 S20       some of it

Prints a line per promise; what a missing program would have tried is counted as skipped.
`;

type Test = { file: string; name: string; status: string; seconds: number; failure: string };
type Report = { testResults: { name: string; status: string; message: string; assertionResults: Assertion[] }[] };
type Assertion = { status: string; fullName: string; duration?: number | null; failureMessages: string[] };

const wanted = process.argv.slice(2);
if (wanted.includes('--help')) {
  process.stdout.write(help);
} else {
  const chosen = promises.filter(({ id }) => wanted.length === 0 || wanted.some((name) => id.split(/[,–] ?/).includes(name)));
  await conclude(chosen, await runTests([...new Set(chosen.flatMap(({ files }) => files))]));
}

/** One after the other, as some of them measure. */
async function runTests(files: string[]): Promise<Test[]> {
  const folder = mkdtempSync(join(tmpdir(), 'danku-proof-'));
  const report = join(folder, 'report.json');
  await runBin(
    'vitest',
    ['run', '--no-file-parallelism', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files],
    {
      show: true,
      env: { DANKU_PROOF: 'full' },
    },
  );
  const found: Report = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] };
  rmSync(folder, { recursive: true });
  return found.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const tests = assertionResults.map((test) => ({
      file,
      name: test.fullName,
      status: test.status,
      seconds: (test.duration ?? 0) / 1000,
      failure: test.failureMessages.join('\n').split('\n').slice(0, 12).join('\n'),
    }));
    const fellOver = status === 'failed' && !tests.some((test) => test.status === 'failed');
    return fellOver ? [...tests, { file, name: 'could not run', status: 'failed', seconds: 0, failure: message }] : tests;
  });
}

/** A test that names a promise proves that one only. */
function provesIt({ id, files }: Promised, { file, name }: Test): boolean {
  const named = /^([A-Z]\d+):/.exec(name)?.[1];
  return files.includes(file) && (named === undefined || id.split(/[,–] ?/).includes(named));
}

async function conclude(chosen: readonly Promised[], tests: readonly Test[]): Promise<void> {
  process.stdout.write('\n── What was proved\n');
  for (const promised of chosen) {
    const proving = tests.filter((test) => provesIt(promised, test));
    const passed = proving.filter(({ status }) => status === 'passed').length;
    const seconds = proving.reduce((sum, test) => sum + test.seconds, 0);
    const isKept = passed > 0 && passed === proving.length;
    process.stdout.write(
      `${isKept ? '✓' : '✗'} ${promised.id.padEnd(9)} ${promised.words.padEnd(84)} ${passed} of ${proving.length}, ${seconds.toFixed(1)} s\n`,
    );
  }
  const skipped = wanted.length === 0 ? await tellTools() : 0;
  const failed = tests.filter(({ status }) => status === 'failed');
  failed.forEach(({ file, name, failure }) => process.stdout.write(`\n✗ ${file}: ${name}\n${failure}\n`));
  const passed = tests.filter(({ status }) => status === 'passed').length;
  process.stdout.write(`\n${skipped} skipped\n${passed} passed, ${failed.length} failed\n`);
  process.exitCode = failed.length > 0 || passed === 0 ? 1 : 0;
}

async function tellTools(): Promise<number> {
  for (const { id, program, words } of tools) {
    const isThere = (await runTool('which', [program])).code === 0;
    process.stdout.write(
      `– ${id.padEnd(9)} ${words.padEnd(84)} skipped: ${isThere ? 'no run of it is written yet' : `${program} is not installed`}\n`,
    );
  }
  return tools.length;
}
