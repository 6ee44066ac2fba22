import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, posix, relative } from 'node:path';

import type { StorageBackend } from './storage-backend.ts';

/** Objects as files below `folder`, readable by their owner only. */
export function createDiskBackend(folder: string): StorageBackend {
  const objects = join(folder, 'objects');
  const temporaryFolder = join(folder, 'temporary');
  const pathOf = (name: string) => join(objects, ...name.split('/'));
  const temporaryPath = (temporary: string) => join(temporaryFolder, temporary);

  return {
    async writeTemporary(source) {
      const temporary = randomUUID();
      await makeFolder(temporaryFolder, folder);
      try {
        await writeDurably(temporaryPath(temporary), source);
      } catch (error) {
        await rm(temporaryPath(temporary), { force: true });
        throw error;
      }
      return temporary;
    },
    async publish(temporary, name) {
      const path = pathOf(name);
      await makeFolder(dirname(path), folder);
      await rename(temporaryPath(temporary), path);
      await syncFolder(dirname(path));
    },
    discardTemporary: (temporary) => rm(temporaryPath(temporary), { force: true }),
    read: async (name) => ((await isThere(pathOf(name))) ? readLazily(pathOf(name)) : undefined),
    has: (name) => isThere(pathOf(name)),
    remove: (name) => rm(pathOf(name), { force: true }),
    list: (prefix) => listNames(objects, prefix),
    sweepTemporary: (age) => sweep(temporaryFolder, age),
  };
}

async function writeDurably(path: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const bytes of source) {
      await writeWhole(file, bytes);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A full disk may take part of a write before it refuses the rest. */
async function writeWhole(file: Awaited<ReturnType<typeof open>>, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.byteLength) {
    written += (await file.write(bytes, written)).bytesWritten;
  }
}

/** Makes missing folders and writes the new entries through to the disk, up to the storage's own folder. */
async function makeFolder(path: string, top: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) {
    return;
  }
  for (let folder = path; folder !== dirname(first) && folder !== dirname(top); folder = dirname(folder)) {
    await syncFolder(dirname(folder));
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows can neither open nor sync a folder; NTFS journals the entry itself.
  if (process.platform === 'win32') {
    return;
  }
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Opens the file at the first read, so that a reader who never starts holds no handle. */
async function* readLazily(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: 256 * 1024 });
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function* listNames(objects: string, prefix: string): AsyncGenerator<string> {
  const folder = join(objects, posix.dirname(`${prefix}x`));
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const name = relative(objects, path).replaceAll('\\', '/');
    if (!name.startsWith(prefix)) {
      continue;
    }
    if (entry.isDirectory()) {
      yield* listNames(objects, `${name}/`);
    } else {
      yield name;
    }
  }
}

async function sweep(folder: string, olderThanMilliseconds: number): Promise<number> {
  const before = Date.now() - olderThanMilliseconds;
  let swept = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && found.mtimeMs <= before) {
      await rm(path, { force: true });
      swept += 1;
    }
  }
  return swept;
}
