import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createDiskBackend } from './disk-backend.ts';
import { createFileStore } from './file-store.ts';
import type { FileReference } from './file-store.ts';
import { FileDamaged, FileMissing, StorageFull } from './storage-errors.ts';
import { createKeyLookup, otherTenant, tenant } from './test/tenant-keys.ts';

const chunk = 65_536 + 16;
const header = 84;
const tenantKey = createKeyLookup();
const content = randomBytes(5 * 65_536 + 1234);

let folder: string;
let pathOf: (tenantId: string, reference: FileReference) => Promise<string>;
let store: ReturnType<typeof createFileStore>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danku-tamper-'));
  store = createFileStore({ backend: createDiskBackend(folder), tenantKey });
  pathOf = async (tenantId, reference) => {
    const id = await store.blobIdOf(tenantId, reference);
    return join(folder, 'objects', tenantId, id.slice(0, 2), id.slice(2, 4), id);
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Stores the content, changes the stored bytes, and reads: what came out before the refusal, and the refusal. */
async function readAfter(change: (stored: Buffer) => Buffer): Promise<{ given: Buffer; error: unknown }> {
  const reference = await store.put(tenant, content);
  const path = await pathOf(tenant, reference);
  const whole = await readFile(path);
  await writeFile(path, change(Buffer.from(whole)));
  const given: Uint8Array[] = [];
  try {
    for await (const piece of await store.open(tenant, reference)) {
      given.push(piece);
    }
    return { given: Buffer.concat(given), error: undefined };
  } catch (error) {
    return { given: Buffer.concat(given), error };
  } finally {
    await writeFile(path, whole);
  }
}

function chunksOf(stored: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = header; at < stored.length; at += chunk) {
    chunks.push(stored.subarray(at, at + chunk));
  }
  return chunks;
}

const rebuilt = (stored: Buffer, order: number[]) =>
  Buffer.concat([stored.subarray(0, header), ...order.map((at) => chunksOf(stored)[at] ?? Buffer.alloc(0))]);

const flipAt = (at: number) => (stored: Buffer) => {
  stored.writeUInt8(stored.readUInt8(at) ^ 1, at);
  return stored;
};

const changes: Record<string, (stored: Buffer) => Buffer> = {
  'the first byte': flipAt(0),
  'the key in the header': flipAt(40),
  'a byte of the first chunk': flipAt(header),
  'a byte of a tag': flipAt(header + chunk - 1),
  'a byte of the last chunk': flipAt(header + 5 * chunk + 3),
  'two chunks swapped': (stored) => rebuilt(stored, [1, 0, 2, 3, 4, 5]),
  'chunks reordered, the last kept': (stored) => rebuilt(stored, [0, 3, 2, 1, 4, 5]),
  'a chunk left out': (stored) => rebuilt(stored, [0, 1, 3, 4, 5]),
  'a chunk twice': (stored) => rebuilt(stored, [0, 1, 1, 2, 3, 4, 5]),
  'cut at a chunk border': (stored) => rebuilt(stored, [0, 1, 2, 3, 4]),
  'cut inside a chunk': (stored) => stored.subarray(0, -7),
  'cut after the header': (stored) => stored.subarray(0, header),
  'cut inside the header': (stored) => stored.subarray(0, 20),
  emptied: () => Buffer.alloc(0),
  'something appended': (stored) => Buffer.concat([stored, Buffer.from('x')]),
  'a whole chunk appended': (stored) => Buffer.concat([stored, stored.subarray(header, header + chunk)]),
};

describe('a stored file', () => {
  it.each(Object.keys(changes))('%s: noticed, and no wrong byte given out', async (name) => {
    const { given, error } = await readAfter(changes[name] ?? ((stored) => stored));
    expect(error).toBeInstanceOf(FileDamaged);
    expect(given.equals(content.subarray(0, given.length))).toBe(true);
  });

  it('notices a flip anywhere', { timeout: 20_000 }, async () => {
    for (let round = 0; round < 100; round += 1) {
      const at = Math.floor((round / 100) * (header + content.length + 6 * 16));
      expect((await readAfter(flipAt(at))).error, `byte ${at}`).toBeInstanceOf(FileDamaged);
    }
  });

  it('moved to another tenant, or under the name of another file, does not open', async () => {
    const mine = await store.put(tenant, randomBytes(70_000));
    const theirs = await store.put(otherTenant, randomBytes(70_000));
    const second = await store.put(tenant, randomBytes(70_000));
    await copyFile(await pathOf(tenant, mine), await pathOf(otherTenant, theirs));
    await expect(store.read(otherTenant, theirs)).rejects.toThrow(FileDamaged);
    await expect(store.read(otherTenant, mine)).rejects.toThrow(FileDamaged);
    await copyFile(await pathOf(tenant, mine), await pathOf(tenant, second));
    await expect(store.read(tenant, second)).rejects.toThrow(FileDamaged);
    await expect(store.read(tenant, { ...mine, hash: second.hash })).rejects.toThrow(FileMissing);
  });

  it('that is damaged is stored afresh when the same bytes come again', async () => {
    const bytes = randomBytes(1000);
    const first = await store.put(tenant, bytes);
    await writeFile(await pathOf(tenant, first), 'ruined');
    const again = await store.put(tenant, bytes);
    expect(again.isDuplicate).toBe(false);
    expect((await store.read(tenant, again)).equals(bytes)).toBe(true);
  });
});

async function everyByteBelow(path: string): Promise<Buffer> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const names = Buffer.from(entries.map((entry) => join(entry.parentPath, entry.name)).join('\n'));
  const bytes = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))));
  return Buffer.concat([names, ...bytes]);
}

describe('the disk', () => {
  it('shows none of 200 plain texts and no content hash', async () => {
    const canaries = Array.from({ length: 200 }, (_, index) => `金丝雀-canary-${index}-${randomBytes(8).toString('hex')}`);
    const hashes: string[] = [];
    for (const canary of canaries) {
      hashes.push((await store.put(tenant, Buffer.from(`${canary} 价税合计 1130.00`))).hash);
    }
    const bytes = await everyByteBelow(folder);
    expect([...canaries, ...hashes].filter((text) => bytes.includes(text))).toEqual([]);
  });

  it.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')(
    'when full: StorageFull, nothing left behind, reading goes on, room helps',
    async ({ skip }) => {
      const place = join(folder, 'small');
      await mkdir(place);
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', place], { stdio: 'ignore' });
      } catch {
        skip('mounting is not allowed here');
      }
      try {
        const small = createFileStore({ backend: createDiskBackend(place), tenantKey });
        const kept = await small.put(tenant, randomBytes(100_000));
        await expect(small.put(tenant, randomBytes(600_000))).rejects.toThrow(StorageFull);
        expect(await readdir(join(place, 'temporary'))).toEqual([]);
        expect(await small.read(tenant, kept)).toHaveLength(100_000);
        await small.put(tenant, randomBytes(100_000));
      } finally {
        execFileSync('umount', [place]);
      }
    },
  );

  it('keeps files to their owner', { skip: process.platform === 'win32' }, async () => {
    const path = await pathOf(tenant, await store.put(tenant, randomBytes(10)));
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect((await stat(dirname(path))).mode & 0o077).toBe(0);
  });
});
