import { randomBytes } from 'node:crypto';

import { createTenantKey, unwrapTenantKey } from '../keys.ts';
import type { TenantKey } from '../keys.ts';

export const tenant = '0191f3a2-0000-7000-8000-000000000001';
export const otherTenant = '0191f3a2-0000-7000-8000-000000000002';

/** A key lookup as the database gives it: one record per tenant, made at first sight. */
export function createKeyLookup(): (tenantId: string) => Promise<TenantKey> {
  const master = randomBytes(32);
  const records = new Map<string, Buffer>();
  return async (tenantId) => {
    const record = records.get(tenantId) ?? createTenantKey(master, tenantId);
    records.set(tenantId, record);
    return unwrapTenantKey(master, tenantId, record);
  };
}
