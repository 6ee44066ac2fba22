import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const dist = mkdtempSync(join(tmpdir(), 'danku-web-'));

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

let manifest: Record<string, Chunk> = {};

// Built anew each time: a folder from before would be weighed as it was before.
beforeAll(() => {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', dist, '--logLevel', 'error'],
    {
      cwd: root,
      // A test run says NODE_ENV=test, which would build the development React.
      env: { NODE_ENV: 'production' },
    },
  );
  manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
}, 120_000);

afterAll(() => rmSync(dist, { recursive: true, force: true }));

/** Everything a browser fetches for a page: its chunks, what they import, and the words of one language. */
const entrance = ['index.html', '../../packages/words/src/entrance-zh-cn.ts'];
const shell = [...entrance, '../../packages/words/src/zh-cn.ts', 'src/app/shell.tsx'];

const budgets: [page: string, kilobytes: number, entries: string[]][] = [
  ['sign-in', 120, [...entrance, 'src/features/auth/sign-in-page.tsx']],
  ['first-run set-up', 120, [...entrance, 'src/features/auth/set-up-page.tsx']],
  ['shell', 200, shell],
];

describe('the first load', () => {
  it.each(budgets)('of %s is at most %i KB of script', (_page, kilobytes, entries) => {
    expect(weigh(chunksOf(entries).map(({ file }) => file))).toBeLessThanOrEqual(kilobytes * 1024);
  });

  it('has at most 15 KB of styles', () => {
    const styles = chunksOf(shell).flatMap(({ css = [] }) => css);
    expect(weigh(styles)).toBeLessThanOrEqual(15 * 1024);
  });
});

function chunksOf(entries: readonly string[]): Chunk[] {
  const reached = new Map<string, Chunk>();
  const reach = (name: string) => {
    const chunk = manifest[name];
    if (chunk === undefined) {
      throw new Error(`${name} is not in the manifest; was the page moved?`);
    }
    if (!reached.has(name)) {
      reached.set(name, chunk);
      chunk.imports?.forEach(reach);
    }
  };
  entries.forEach(reach);
  return [...reached.values()];
}

function weigh(files: readonly string[]): number {
  return [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
}
