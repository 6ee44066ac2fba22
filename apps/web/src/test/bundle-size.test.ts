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
const entrance = ['index.html', 'packages/words/src/entrance-zh-cn.ts'];
const shell = [...entrance, 'packages/words/src/zh-cn.ts', 'src/app/shell.tsx'];
const viewer = 'openseadragon/build/openseadragon/openseadragon.js';

const budgets: [page: string, kilobytes: number, entries: string[]][] = [
  ['sign-in', 120, [...entrance, 'src/features/auth/sign-in-page.tsx']],
  ['first-run set-up', 120, [...entrance, 'src/features/auth/set-up-page.tsx']],
  ['the list of documents', 220, [...shell, 'src/features/documents/documents-page.tsx']],
  ['entry, with its viewer', 310, [...shell, viewer, 'src/features/entry/entry-page.tsx']],
  ['review, with its viewer', 325, [...shell, viewer, 'src/features/review/review-page.tsx']],
];

describe.each(budgets)('the first load of %s', (_page, kilobytes, entries) => {
  it(`is at most ${kilobytes} KB of script`, () => {
    expect(weigh(chunksOf(entries).map(({ file }) => file))).toBeLessThanOrEqual(kilobytes * 1024);
  });

  it('is at most 15 KB of styles', () => {
    expect(weigh(chunksOf(entries).flatMap(({ css = [] }) => css))).toBeLessThanOrEqual(15 * 1024);
  });
});

function chunksOf(entries: readonly string[]): Chunk[] {
  const reached = new Map<string, Chunk>();
  const reach = (name: string) => {
    const chunk = manifest[name];
    if (chunk !== undefined && !reached.has(name)) {
      reached.set(name, chunk);
      chunk.imports?.forEach(reach);
    }
  };
  entries.map(nameOf).forEach(reach);
  return [...reached.values()];
}

/** The manifest names modules by their way from the web app, which is long for packages. */
function nameOf(entry: string): string {
  const name = Object.keys(manifest).find((one) => one.endsWith(entry));
  if (name === undefined) {
    throw new Error(`${entry} is not in the manifest; was it moved?`);
  }
  return name;
}

function weigh(files: readonly string[]): number {
  return [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
}
