import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

import { FileDamaged } from './storage-errors.ts';

/**
 * Three layers: a master key outside the database wraps one key per tenant, which wraps one key per file.
 * Every wrapped record begins with a version and an algorithm byte, so that another algorithm can be added
 * while old records stay readable.
 */
const recordVersion = 1;
const aes256Gcm = 1;
const nonceLength = 12;
const tagLength = 16;
const keyLength = 32;
export const objectIdLength = 16;
export const wrappedFileKeyLength = 2 + objectIdLength + nonceLength + keyLength + tagLength;

/** What a tenant's record holds: `wrapping` encrypts file keys and may be rotated, `naming` never changes. */
export type TenantKey = { wrapping: Buffer; naming: Buffer };
export type FileKey = { objectId: Buffer; secret: Buffer; wrapped: Buffer };

/** A new tenant key, wrapped; the caller keeps the record and hands it to unwrapTenantKey. */
export function createTenantKey(masterKey: Buffer, tenantId: string): Buffer {
  const header = Buffer.from([recordVersion, aes256Gcm]);
  const secret = randomBytes(2 * keyLength);
  return Buffer.concat([header, seal(requireLength(masterKey), secret, tenantKeyData(header, tenantId))]);
}

/** Throws FileDamaged when record, tenant or master key do not belong together. */
export function unwrapTenantKey(masterKey: Buffer, tenantId: string, record: Uint8Array): TenantKey {
  const bytes = Buffer.from(record);
  const header = requireHeader(bytes);
  const secret = unseal(requireLength(masterKey), bytes.subarray(2), tenantKeyData(header, tenantId));
  if (secret.length !== 2 * keyLength) {
    throw new FileDamaged('tenant key');
  }
  return { wrapping: secret.subarray(0, keyLength), naming: secret.subarray(keyLength) };
}

/** A fresh random key and object id for one file. */
export function createFileKey(tenantKey: TenantKey, tenantId: string): FileKey {
  const objectId = randomBytes(objectIdLength);
  const secret = randomBytes(keyLength);
  const header = Buffer.concat([Buffer.from([recordVersion, aes256Gcm]), objectId]);
  const wrapped = Buffer.concat([header, seal(tenantKey.wrapping, secret, fileKeyData(header, tenantId))]);
  return { objectId, secret, wrapped };
}

/** Throws FileDamaged when the record is not one of this tenant. */
export function unwrapFileKey(tenantKey: TenantKey, tenantId: string, record: Uint8Array): FileKey {
  const wrapped = Buffer.from(record);
  if (wrapped.length !== wrappedFileKeyLength) {
    throw new FileDamaged('file key');
  }
  requireHeader(wrapped);
  const header = wrapped.subarray(0, 2 + objectIdLength);
  const secret = unseal(tenantKey.wrapping, wrapped.subarray(header.length), fileKeyData(header, tenantId));
  return { objectId: objectIdOf(wrapped), secret, wrapped };
}

export function objectIdOf(wrappedFileKey: Uint8Array): Buffer {
  return Buffer.from(wrappedFileKey.subarray(2, 2 + objectIdLength));
}

/** Names content without telling it: equal bytes in two tenants get unrelated names. */
export function contentName(tenantKey: TenantKey, hash: string): string {
  return createHmac('sha256', tenantKey.naming).update(`danku/name\0${hash}`).digest('hex');
}

function tenantKeyData(header: Buffer, tenantId: string): Buffer {
  return Buffer.concat([Buffer.from('danku/tenant-key\0'), header, Buffer.from(tenantId)]);
}

function fileKeyData(header: Buffer, tenantId: string): Buffer {
  return Buffer.concat([Buffer.from('danku/file-key\0'), header, Buffer.from(tenantId)]);
}

function seal(key: Buffer, secret: Buffer, associatedData: Buffer): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associatedData);
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

function unseal(key: Buffer, sealed: Buffer, associatedData: Buffer): Buffer {
  try {
    const nonce = sealed.subarray(0, nonceLength);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
      .setAAD(associatedData)
      .setAuthTag(sealed.subarray(-tagLength));
    return Buffer.concat([decipher.update(sealed.subarray(nonceLength, -tagLength)), decipher.final()]);
  } catch {
    throw new FileDamaged('wrapped key');
  }
}

function requireHeader(record: Buffer): Buffer {
  if (record[0] !== recordVersion || record[1] !== aes256Gcm) {
    throw new FileDamaged('unknown key version or algorithm');
  }
  return record.subarray(0, 2);
}

function requireLength(masterKey: Buffer): Buffer {
  if (masterKey.length !== keyLength) {
    throw new RangeError(`A master key has ${keyLength} bytes, not ${masterKey.length}.`);
  }
  return masterKey;
}
