import { runEndToEnd } from './test/end-to-end.ts';
import { runStaticChecks, type Result } from './test/static-checks.ts';
import { runUnitTests } from './test/unit-tests.ts';

const parts = ['static', 'unit', 'e2e'] as const;
const help = `npm test: everything that must be true before a change lands.

  static  format, lint, types, dependency rules, unused code
  unit    vitest in all packages; the API against a real PostgreSQL, as the restricted role
  e2e     the running system in a real Chromium

Some of them only: npm test -- static unit. One test file: npx vitest run <path>.
`;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.some((part) => part === name));
if (wanted.includes('--help')) {
  process.stdout.write(help);
} else if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}; there are ${parts.join(', ')}.\n`);
  process.exitCode = 1;
} else {
  await testAll();
}

async function testAll(): Promise<void> {
  const results: Result[] = [];
  const isWanted = (part: (typeof parts)[number]): boolean => wanted.length === 0 || wanted.includes(part);
  if (isWanted('static')) {
    heading('Static checks');
    results.push(...(await runStaticChecks(printLine)));
  }
  if (isWanted('unit')) {
    heading('Unit, API and component tests');
    const tested = await runUnitTests();
    tested.forEach(printLine);
    results.push(...tested);
  }
  if (isWanted('e2e')) {
    heading('End to end');
    const journeys = await runEndToEnd();
    printLine(journeys);
    results.push(journeys);
  }
  conclude(results);
}

function heading(title: string): void {
  process.stdout.write(`\n── ${title}\n`);
}

function printLine({ name, passed, failed, skipped, seconds }: Result): void {
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} FAILED`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ');
  process.stdout.write(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(20)} ${counts.padEnd(28)} ${seconds.toFixed(1)} s\n`);
}

/** The last line is read by machines: exactly "N passed, N failed". */
function conclude(results: Result[]): void {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number => results.reduce((total, result) => total + result[key], 0);
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) {
    heading('What failed');
    failures.forEach((failure) => process.stdout.write(`\n✗ ${failure}\n`));
  }
  process.stdout.write(sum('skipped') > 0 ? `\n${sum('skipped')} skipped\n` : '\n');
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}
