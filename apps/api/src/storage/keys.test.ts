import { randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { contentName, createFileKey, createTenantKey, unwrapFileKey, unwrapTenantKey } from './keys.ts';
import { FileDamaged } from './storage-errors.ts';

const tenant = '0191f3a2-0000-7000-8000-000000000001';
const other = '0191f3a2-0000-7000-8000-000000000002';
const master = randomBytes(32);

describe('tenant keys', () => {
  it('come back as they were made, and never the same twice', () => {
    const record = createTenantKey(master, tenant);
    expect(unwrapTenantKey(master, tenant, record)).toEqual(unwrapTenantKey(master, tenant, record));
    expect(createTenantKey(master, tenant)).not.toEqual(record);
  });

  it('open for their own tenant and master key only', () => {
    const record = createTenantKey(master, tenant);
    expect(() => unwrapTenantKey(master, other, record)).toThrow(FileDamaged);
    expect(() => unwrapTenantKey(randomBytes(32), tenant, record)).toThrow(FileDamaged);
    expect(() => createTenantKey(randomBytes(16), tenant)).toThrow(RangeError);
  });

  it('notice any flipped or missing byte of the record', () => {
    const record = createTenantKey(master, tenant);
    for (let at = 0; at < record.length; at += 1) {
      const flipped = Buffer.from(record);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
      expect(() => unwrapTenantKey(master, tenant, flipped)).toThrow(FileDamaged);
      expect(() => unwrapTenantKey(master, tenant, record.subarray(0, at))).toThrow(FileDamaged);
    }
  });
});

describe('file keys', () => {
  const key = unwrapTenantKey(master, tenant, createTenantKey(master, tenant));

  it('open for their own tenant only, and notice any flipped byte', () => {
    const made = createFileKey(key, tenant);
    expect(unwrapFileKey(key, tenant, made.wrapped)).toEqual(made);
    expect(() => unwrapFileKey(key, other, made.wrapped)).toThrow(FileDamaged);
    for (let at = 0; at < made.wrapped.length; at += 1) {
      const flipped = Buffer.from(made.wrapped);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x80, at);
      expect(() => unwrapFileKey(key, tenant, flipped)).toThrow(FileDamaged);
    }
  });

  it('name equal content differently in two tenants', () => {
    const foreign = unwrapTenantKey(master, other, createTenantKey(master, other));
    expect(contentName(key, 'ab')).toBe(contentName(key, 'ab'));
    expect(contentName(key, 'ab')).not.toBe(contentName(foreign, 'ab'));
  });
});
