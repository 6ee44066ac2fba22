import { unwrapTenantKey, type TenantKey } from '../storage/keys.ts';
import { systemActor } from './actor.ts';
import type { Database } from './client.ts';
import { withTenant } from './tenant.ts';

/** Finds an organisation's file key: wrapped in its settings, unwrapped in the memory of this process. */
export function createTenantKeys(database: Database, masterKey: Buffer): (tenantId: string) => Promise<TenantKey> {
  const known = new Map<string, TenantKey>();
  return async (tenantId) => {
    const cached = known.get(tenantId);
    if (cached !== undefined) {
      return cached;
    }
    const record = await withTenant(database, systemActor(tenantId), async (tx) => {
      const { rows } = await tx.sql.query<{ wrappedKey: string | null }>(
        'SELECT wrapped_key AS "wrappedKey" FROM app.tenant_settings',
      );
      return rows[0]?.wrappedKey;
    });
    if (record === undefined || record === null) {
      throw new Error(`The organisation ${tenantId} has no file key.`);
    }
    const key = unwrapTenantKey(masterKey, tenantId, Buffer.from(record, 'base64'));
    known.set(tenantId, key);
    return key;
  };
}
