import { runBin, type Outcome } from './run-tool.ts';

export type Result = { name: string; passed: number; failed: number; skipped: number; seconds: number; failures: string[] };

type Check = { name: string; bin: string; args: string[] };

const checks: Check[] = [
  { name: 'format', bin: 'oxfmt', args: ['--check', '.'] },
  { name: 'lint', bin: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'types', bin: 'tsc', args: ['-b'] },
  { name: 'dependency rules', bin: 'depcruise', args: ['apps', 'packages', 'prisma', 'scripts'] },
  { name: 'unused code', bin: 'knip', args: ['--no-config-hints'] },
];

/** Each check counts as one test. */
export async function runStaticChecks(report: (result: Result) => void): Promise<Result[]> {
  const results: Result[] = [];
  // One after the other: each of them uses all cores by itself.
  for (const check of checks) {
    const began = performance.now();
    const outcome = await runBin(check.bin, check.args);
    const result = asResult(check.name, outcome, (performance.now() - began) / 1000);
    report(result);
    results.push(result);
  }
  return results;
}

function asResult(name: string, { code, output }: Outcome, seconds: number): Result {
  const isGood = code === 0;
  return {
    name,
    passed: isGood ? 1 : 0,
    failed: isGood ? 0 : 1,
    skipped: 0,
    seconds,
    failures: isGood ? [] : [`${name}\n${endOf(output)}`],
  };
}

export function endOf(output: string, lines = 60): string {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
