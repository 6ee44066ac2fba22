import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFolderLock } from '../database/folder-lock.ts';
import { say } from './say.ts';

const root = join(import.meta.dirname, '../..');
const web = join(root, 'apps/web');
const stamp = join(web, 'dist/.sources');
const sources = [
  'apps/web/src',
  'apps/web/build',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/package.json',
  'packages/contract/src',
  'packages/domain/src',
  'packages/words/src',
  'pnpm-lock.yaml',
];

/** Builds apps/web into apps/web/dist, if its sources differ from those of the last build. */
export function buildWeb(): Promise<void> {
  return withFolderLock(join(root, 'node_modules/.cache/danku/web'), async () => {
    const wanted = hashOfSources();
    if (isBuilt() && readFileSync(stamp, 'utf8') === wanted) {
      return;
    }
    say('Building the web app …');
    const done = spawnSync(process.execPath, [join(web, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: web,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (done.status !== 0) {
      throw new Error(`The web app could not be built:\n${done.stdout}${done.stderr}`);
    }
    writeFileSync(stamp, wanted);
  });
}

export function isBuilt(): boolean {
  return existsSync(stamp) && existsSync(join(web, 'dist/index.html'));
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesOf)) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesOf(source: string): string[] {
  const path = join(root, source);
  if (!existsSync(path)) {
    return [];
  }
  const entries = readdirSync(join(root, source, '..'), { withFileTypes: true });
  if (entries.some((entry) => entry.name === source.split('/').at(-1) && entry.isFile())) {
    return [source];
  }
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
