import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The rules that are broken in a little tree of these files. */
function brokenRules(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'danku-rules-'));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  cpSync(join(root, '.dependency-cruiser.mjs'), join(folder, '.dependency-cruiser.mjs'));
  writeFileSync(join(folder, 'tsconfig.json'), '{}');
  const args = ['--output-type', 'err', ...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
  const done = spawnSync(join(root, 'node_modules/.bin/depcruise'), args, { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return done.stdout;
}

const env = { 'apps/api/src/env.ts': 'export type Env = { port: number };\nexport const env: Env = { port: 3000 };\n' };

// The cruiser sees no import at all where it cannot read TypeScript, and then every rule is kept; so each is seen broken.
describe('the dependency rules', () => {
  it.each([
    [
      'domain-imports-nothing',
      { 'packages/domain/src/a.ts': `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n` },
    ],
    [
      'contract-imports-domain',
      {
        ...env,
        'packages/contract/src/a.ts': `import type { Env } from '../../../apps/api/src/env.ts';\nexport type A = Env;\n`,
      },
    ],
    [
      'web-imports-contract-domain-words',
      { ...env, 'apps/web/src/a.tsx': `import { env } from '../../api/src/env.ts';\nexport const a = env;\n` },
    ],
    [
      'api-imports-packages',
      {
        'scripts/b.ts': 'export const b = 1;\n',
        'apps/api/src/a.ts': `import { b } from '../../../scripts/b.ts';\nexport const a = b;\n`,
      },
    ],
    [
      'features-are-strangers',
      {
        'apps/api/src/features/x/a.ts': 'export const a = 1;\n',
        'apps/api/src/features/y/b.ts': `import { a } from '../x/a.ts';\nexport const b = a;\n`,
      },
    ],
    [
      'shared-never-imports-features',
      {
        'apps/api/src/features/x/a.ts': 'export const a = 1;\n',
        'apps/api/src/db/b.ts': `import { a } from '../features/x/a.ts';\nexport const b = a;\n`,
      },
    ],
    [
      'prisma-only-behind-db',
      { 'apps/api/src/features/x/a.ts': `import { Prisma } from '@prisma/client';\nexport const a = Prisma;\n` },
    ],
    [
      'no-circular',
      {
        'scripts/a.ts': `import { b } from './b.ts';\nexport const a = () => b;\n`,
        'scripts/b.ts': `import { a } from './a.ts';\nexport const b = () => a;\n`,
      },
    ],
    ['nothing-is-missing', { 'scripts/a.ts': `import { b } from './b.ts';\nexport const a = b;\n` }],
  ])('%s is seen when it is broken', (rule, files) => {
    expect(brokenRules(files)).toContain(`error ${rule}:`);
  });

  it('is silent when none is broken', () => {
    expect(brokenRules(env)).toContain('no dependency violations found');
  });
});
