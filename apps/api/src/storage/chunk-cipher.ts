import { createCipheriv, createDecipheriv } from 'node:crypto';

import { wrappedFileKeyLength } from './keys.ts';
import type { FileKey } from './keys.ts';
import { FileDamaged } from './storage-errors.ts';

/**
 * The stored form of a file: `DNKF`, format version, algorithm, wrapped file key, then chunks of 64 KiB, each
 * followed by its own tag. The data each tag covers names tenant, object, position and whether the chunk is
 * the last, so a changed, moved, missing or foreign chunk is found before any byte of it is let out.
 */
const magic = Buffer.from('DNKF');
const formatVersion = 1;
const aes256Gcm = 1;
const chunkSize = 64 * 1024;
const tagLength = 16;
const prefix = Buffer.concat([magic, Buffer.from([formatVersion, aes256Gcm])]);
const headerLength = prefix.length + wrappedFileKeyLength;

export async function* encryptChunks(key: FileKey, tenantId: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  yield Buffer.concat([prefix, key.wrapped]);
  let index = 0;
  for await (const { bytes, isLast } of cut(source, chunkSize)) {
    const cipher = createCipheriv('aes-256-gcm', key.secret, nonceAt(index)).setAAD(place(key, tenantId, index, isLast));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    index += 1;
  }
}

/**
 * The plain bytes of a stored object. `keyFor` gets the wrapped key from its header and answers with the key to
 * use, or throws. Throws FileDamaged at the first chunk that is not as written.
 */
export async function* decryptObject(
  stored: AsyncIterable<Uint8Array>,
  tenantId: string,
  keyFor: (wrapped: Buffer) => FileKey,
): AsyncGenerator<Buffer> {
  let key: FileKey | undefined;
  let index = 0;
  for await (const { bytes, isLast } of cut(stored, chunkSize + tagLength, headerLength)) {
    if (key !== undefined) {
      yield decryptChunk(key, bytes, index, place(key, tenantId, index, isLast));
      index += 1;
      continue;
    }
    key = keyFor(readHeader(bytes));
    if (isLast) {
      throw new FileDamaged('cut off');
    }
  }
}

function readHeader(header: Buffer): Buffer {
  if (header.length !== headerLength || !header.subarray(0, prefix.length).equals(prefix)) {
    throw new FileDamaged('header');
  }
  return header.subarray(prefix.length);
}

function decryptChunk(key: FileKey, chunk: Buffer, index: number, associatedData: Buffer): Buffer {
  if (chunk.length < tagLength) {
    throw new FileDamaged(`chunk ${index} is cut off`);
  }
  const decipher = createDecipheriv('aes-256-gcm', key.secret, nonceAt(index), { authTagLength: tagLength })
    .setAAD(associatedData)
    .setAuthTag(chunk.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(chunk.subarray(0, -tagLength)), decipher.final()]);
  } catch {
    throw new FileDamaged(`chunk ${index}`);
  }
}

/** A counter is a safe nonce because a file key encrypts one file only. */
function nonceAt(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
}

function place(key: FileKey, tenantId: string, index: number, isLast: boolean): Buffer {
  const position = Buffer.alloc(9);
  position.writeBigUInt64BE(BigInt(index));
  position[8] = isLast ? 1 : 0;
  return Buffer.concat([prefix, Buffer.from(tenantId), key.objectId, position]);
}

/** Pieces of exactly `size` bytes (the first one `first`) and a last one of up to that; always at least one. */
async function* cut(source: AsyncIterable<Uint8Array>, size: number, first = size) {
  let held: Buffer[] = [];
  let length = 0;
  let wanted = first;
  for await (const piece of source) {
    held.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
    length += piece.byteLength;
    if (length <= wanted) {
      continue;
    }
    const all = Buffer.concat(held);
    let offset = 0;
    while (length > wanted) {
      yield { bytes: all.subarray(offset, offset + wanted), isLast: false };
      offset += wanted;
      length -= wanted;
      wanted = size;
    }
    held = [all.subarray(offset)];
  }
  yield { bytes: Buffer.concat(held), isLast: true };
}
