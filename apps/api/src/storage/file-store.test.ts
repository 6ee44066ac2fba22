import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createDiskBackend } from './disk-backend.ts';
import { createFileStore } from './file-store.ts';
import type { FileStore } from './file-store.ts';
import { createS3Backend } from './s3-backend.ts';
import type { StorageBackend } from './storage-backend.ts';
import { FileMissing } from './storage-errors.ts';
import { createKeyLookup, otherTenant, tenant } from './test/tenant-keys.ts';

const sizes = [0, 1, 65_535, 65_536, 65_537, 3 * 65_536, 1_000_003];
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let folder: string;
let s3: S3rver;
let s3Port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danku-store-'));
  s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'files', configs: [] }],
  });
  s3Port = (await s3.run()).port;
});

afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const backends: Record<string, () => StorageBackend> = {
  disk: () => createDiskBackend(join(folder, 'disk')),
  s3: () =>
    createS3Backend({
      bucket: 'files',
      client: {
        endpoint: `http://127.0.0.1:${s3Port}`,
        region: 'us-east-1',
        forcePathStyle: true,
        credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
        requestChecksumCalculation: 'WHEN_REQUIRED',
      },
    }),
};

async function blobsOf(store: FileStore, tenantId?: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { blobId } of store.list(tenantId)) {
    ids.push(blobId);
  }
  return ids.toSorted();
}

describe.each(Object.keys(backends))('files on %s', (kind) => {
  let store: FileStore;
  beforeAll(() => {
    const backend = backends[kind]?.();
    if (backend === undefined) {
      throw new Error(`No backend ${kind}.`);
    }
    store = createFileStore({ backend, tenantKey: createKeyLookup() });
  });

  it('come back byte for byte at every size around a chunk', { timeout: 30_000 }, async () => {
    for (const size of sizes) {
      const bytes = randomBytes(size);
      const stored = await store.put(tenant, Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]));
      expect(stored).toMatchObject({ hash: sha256(bytes), size, isDuplicate: false });
      expect(stored.head).toEqual(bytes.subarray(0, 4100));
      expect((await store.read(tenant, stored)).equals(bytes)).toBe(true);
      expect(await store.exists(tenant, stored)).toBe(true);
    }
  });

  it('are stored once per tenant, and apart for two tenants', async () => {
    const bytes = randomBytes(100_000);
    const first = await store.put(tenant, bytes);
    const again = await store.put(tenant, bytes);
    expect(again).toEqual({ ...first, isDuplicate: true });
    const foreign = await store.put(otherTenant, bytes);
    expect(foreign.isDuplicate).toBe(false);
    const [mine, theirs] = [await store.blobIdOf(tenant, first), await store.blobIdOf(otherTenant, foreign)];
    expect((await blobsOf(store, tenant)).filter((id) => id === mine)).toHaveLength(1);
    expect(await blobsOf(store, otherTenant)).toEqual([theirs]);
    expect(await blobsOf(store)).toEqual(expect.arrayContaining([mine, theirs]));
    expect(theirs.slice(0, 64)).not.toBe(mine.slice(0, 64));
  });

  it('survive twenty uploads of the same bytes at one moment, whichever row wins', async () => {
    const bytes = randomBytes(70_000);
    const stored = await Promise.all(Array.from({ length: 20 }, () => store.put(tenant, bytes)));
    for (const reference of stored) {
      expect((await store.read(tenant, reference)).equals(bytes)).toBe(true);
    }
  });

  it('are gone after delete, and missing ones say so', async () => {
    const stored = await store.put(tenant, randomBytes(10));
    await store.delete(tenant, stored);
    expect(await store.exists(tenant, stored)).toBe(false);
    await expect(store.read(tenant, stored)).rejects.toThrow(FileMissing);
    await store.delete(tenant, stored);
    const orphan = await store.put(tenant, randomBytes(10));
    await store.deleteBlob({ tenantId: tenant, blobId: await store.blobIdOf(tenant, orphan) });
    expect(await store.exists(tenant, orphan)).toBe(false);
    await expect(store.deleteBlob({ tenantId: tenant, blobId: '../../etc' })).rejects.toThrow(RangeError);
  });

  it('leave nothing behind when the upload breaks off', async () => {
    const before = await blobsOf(store);
    async function* broken() {
      yield randomBytes(200_000);
      await wait(5);
      throw new Error('client went away');
    }
    await expect(store.put(tenant, Readable.from(broken()))).rejects.toThrow('client went away');
    expect(await blobsOf(store)).toEqual(before);
    expect(await store.sweepTemporary(0)).toBe(0);
  });

  it('refuse a tenant id that is no UUID', async () => {
    await expect(store.put('../../other', randomBytes(1))).rejects.toThrow(RangeError);
  });
});

describe('temporary files', () => {
  it('of a crash are swept when old enough', async () => {
    const place = join(folder, 'sweep');
    const backend = createDiskBackend(place);
    const store = createFileStore({ backend, tenantKey: createKeyLookup() });
    await backend.writeTemporary(Readable.from([Buffer.from('left behind')]));
    expect(await store.sweepTemporary()).toBe(0);
    expect(await store.sweepTemporary(0)).toBe(1);
    expect(await readdir(join(place, 'temporary'))).toEqual([]);
  });
});

describe('reading', () => {
  it('holds no file handle when nobody reads or the reader stops', { skip: process.platform !== 'linux' }, async () => {
    const store = createFileStore({ backend: createDiskBackend(join(folder, 'handles')), tenantKey: createKeyLookup() });
    const stored = await store.put(tenant, randomBytes(3_000_000));
    const handles = async () => (await readdir('/proc/self/fd')).length;
    const before = await handles();
    for (let round = 0; round < 20; round += 1) {
      const unread = await store.open(tenant, stored);
      unread.destroy();
      for await (const piece of await store.open(tenant, stored)) {
        expect(piece).toBeInstanceOf(Uint8Array);
        break;
      }
    }
    await wait(50);
    expect(await handles()).toBeLessThanOrEqual(before + 2);
  });
});
