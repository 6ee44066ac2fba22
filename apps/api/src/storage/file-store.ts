import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { decryptObject, encryptChunks } from './chunk-cipher.ts';
import { contentName, createFileKey, objectIdOf, unwrapFileKey } from './keys.ts';
import type { FileKey, TenantKey } from './keys.ts';
import type { StorageBackend } from './storage-backend.ts';
import { asStorageError, FileDamaged, FileMissing } from './storage-errors.ts';

/** How many first bytes `put` hands back: enough to tell every type that is recognised by its head. */
const headSize = 4100;
const tenantIdShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const blobIdShape = /^[0-9a-f]{64}\.[0-9a-f]{32}$/;

/** Names one stored file: the SHA-256 of its bytes (hex) and the record of its wrapped key. Keep both. */
export type FileReference = { hash: string; wrappedKey: Uint8Array };
export type StoredFile = { hash: string; wrappedKey: Buffer; size: number; head: Buffer; isDuplicate: boolean };
export type BlobPlace = { tenantId: string; blobId: string };

export type FileStoreOptions = {
  backend: StorageBackend;
  /** The unwrapped key of a tenant (unwrapTenantKey); the store itself keeps none. */
  tenantKey: (tenantId: string) => Promise<TenantKey>;
};

export type FileStore = ReturnType<typeof createFileStore>;

/**
 * Bytes of tenants, encrypted at rest, by content hash. Each object has a name of its own (keyed hash and
 * object id), so two uploads of the same bytes at one moment can never spoil each other: at worst an object
 * without a row stays, which `check` finds by `list` and `blobIdOf`.
 */
export function createFileStore({ backend, tenantKey }: FileStoreOptions) {
  const keyOf = (tenantId: string) => tenantKey(requireTenantId(tenantId));

  async function blobIdOf(tenantId: string, { hash, wrappedKey }: FileReference): Promise<string> {
    return `${contentName(await keyOf(tenantId), hash)}.${objectIdOf(wrappedKey).toString('hex')}`;
  }

  /** A Readable of the plain bytes. A damaged file fails with FileDamaged before a wrong byte is let out. */
  async function open(tenantId: string, reference: FileReference): Promise<Readable> {
    const key = unwrapFileKey(await keyOf(tenantId), tenantId, reference.wrappedKey);
    const stored = await backend.read(placeOf(tenantId, await blobIdOf(tenantId, reference)));
    if (stored === undefined) {
      throw new FileMissing();
    }
    const plain = decryptObject(stored, tenantId, (wrapped) => requireSame(key, wrapped));
    return Readable.from(plain, { objectMode: false, highWaterMark: 128 * 1024 });
  }

  /** The wrapped key of an object of this tenant with these bytes, if one is there and whole. */
  async function findTwin(tenantId: string, hash: string): Promise<Buffer | undefined> {
    const key = await keyOf(tenantId);
    for await (const name of backend.list(placeOf(tenantId, `${contentName(key, hash)}.`))) {
      const wrappedKey = await keyIfWhole(name, key, tenantId, hash);
      if (wrappedKey !== undefined) {
        return wrappedKey;
      }
    }
    return undefined;
  }

  /** An object that cannot be read any more is no twin: the fresh copy is stored beside it. */
  async function keyIfWhole(name: string, key: TenantKey, tenantId: string, hash: string) {
    const stored = await backend.read(name);
    if (stored === undefined) {
      return undefined;
    }
    try {
      let found: FileKey | undefined;
      const measure = createMeasure();
      const plain = decryptObject(stored, tenantId, (wrapped) => (found = unwrapFileKey(key, tenantId, wrapped)));
      for await (const bytes of plain) {
        measure.add(bytes);
      }
      return measure.hash() === hash ? found?.wrapped : undefined;
    } catch (error) {
      if (error instanceof FileDamaged) {
        return undefined;
      }
      throw error;
    }
  }

  /** Stores the bytes durably, once per tenant. Throws StorageFull; a failed or aborted source leaves nothing. */
  async function put(tenantId: string, source: Readable | Uint8Array): Promise<StoredFile> {
    const fileKey = createFileKey(await keyOf(tenantId), tenantId);
    const measure = createMeasure();
    const plain = measure.through(source instanceof Uint8Array ? [source] : source);
    const temporary = await storing(() => backend.writeTemporary(encryptChunks(fileKey, tenantId, plain)));
    try {
      const hash = measure.hash();
      const result = { hash, size: measure.size(), head: measure.head() };
      const twin = await findTwin(tenantId, hash);
      if (twin !== undefined) {
        await backend.discardTemporary(temporary);
        return { ...result, wrappedKey: twin, isDuplicate: true };
      }
      const reference = { hash, wrappedKey: fileKey.wrapped };
      const place = placeOf(tenantId, await blobIdOf(tenantId, reference));
      await storing(() => backend.publish(temporary, place));
      return { ...result, wrappedKey: fileKey.wrapped, isDuplicate: false };
    } catch (error) {
      await backend.discardTemporary(temporary);
      throw error;
    }
  }

  return {
    put,
    open,
    blobIdOf,
    async read(tenantId: string, reference: FileReference): Promise<Buffer> {
      const pieces: Uint8Array[] = [];
      for await (const bytes of await open(tenantId, reference)) {
        pieces.push(bytes);
      }
      return Buffer.concat(pieces);
    },
    exists: async (tenantId: string, reference: FileReference): Promise<boolean> =>
      backend.has(placeOf(tenantId, await blobIdOf(tenantId, reference))),
    delete: async (tenantId: string, reference: FileReference): Promise<void> =>
      backend.remove(placeOf(tenantId, await blobIdOf(tenantId, reference))),
    /** For objects found by `list` that no row names. */
    async deleteBlob({ tenantId, blobId }: BlobPlace): Promise<void> {
      if (!blobIdShape.test(blobId)) {
        throw new RangeError('This is no blob id.');
      }
      await backend.remove(placeOf(tenantId, blobId));
    },
    /** Every object of one tenant, or of all. */
    async *list(tenantId?: string): AsyncGenerator<BlobPlace> {
      for await (const name of backend.list(tenantId === undefined ? '' : `${requireTenantId(tenantId)}/`)) {
        const [owner, , , blobId] = name.split('/');
        if (owner !== undefined && blobId !== undefined) {
          yield { tenantId: owner, blobId };
        }
      }
    },
    /** Removes what crashed uploads left; an hour is longer than any upload may take. */
    sweepTemporary: (olderThanMilliseconds = 3_600_000): Promise<number> => backend.sweepTemporary(olderThanMilliseconds),
  };
}

function placeOf(tenantId: string, blobId: string): string {
  return `${requireTenantId(tenantId)}/${blobId.slice(0, 2)}/${blobId.slice(2, 4)}/${blobId}`;
}

/** A tenant id becomes a folder name, so nothing but a UUID may pass. */
function requireTenantId(tenantId: string): string {
  if (!tenantIdShape.test(tenantId)) {
    throw new RangeError('A tenant id is a UUID in lower case.');
  }
  return tenantId;
}

/** The object must carry the very key its row names. */
function requireSame(key: FileKey, wrapped: Buffer): FileKey {
  if (!key.wrapped.equals(wrapped)) {
    throw new FileDamaged('key of another object');
  }
  return key;
}

async function storing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asStorageError(error);
  }
}

function createMeasure() {
  const digest = createHash('sha256');
  const heads: Uint8Array[] = [];
  let size = 0;
  const add = (bytes: Uint8Array) => {
    digest.update(bytes);
    if (size < headSize) {
      heads.push(Buffer.from(bytes.subarray(0, headSize - size)));
    }
    size += bytes.byteLength;
  };
  return {
    add,
    async *through(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
      for await (const bytes of source) {
        add(bytes);
        yield bytes;
      }
    },
    hash: () => digest.digest('hex'),
    size: () => size,
    head: () => Buffer.concat(heads),
  };
}
