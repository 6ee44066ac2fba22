import { systemActor } from '../../db/actor.ts';
import type { Services } from '../../db/context.ts';
import { tenantIdsOf } from '../../db/tenant-ids.ts';
import { withTenant } from '../../db/tenant.ts';
import type { Sql } from '../../db/tx.ts';
import type { Sweep } from '../../jobs/reactions.ts';
import { holdClaims } from './claim-blobs.ts';

/** An upload or a preview that is still under way names its bytes well before this. */
export const orphanAgeMilliseconds = 3_600_000;
/** So few at a time that nobody waits for the lock. */
const batch = 200;

/**
 * Removes stored bytes that no row names: refused uploads, uploads and previews that broke off. What was seen without a
 * row is removed when it still has none an hour later; the storage does not tell how old its objects are.
 */
export function createOrphanSweep(): Sweep {
  const seen = new Map<string, number>();
  return {
    name: 'orphans',
    everyMinutes: 65,
    run: async (services) => {
      const now = services.clock().getTime();
      const found = new Set<string>();
      for (const tenantId of await tenantIdsOf(services.database)) {
        const orphans = await findOrphans(services, tenantId);
        orphans.forEach((blobId) => found.add(`${tenantId} ${blobId}`));
        const old = orphans.filter((blobId) => now - (seen.get(`${tenantId} ${blobId}`) ?? now) >= orphanAgeMilliseconds);
        const removed = await removeOrphans(services, tenantId, old);
        if (removed > 0) {
          services.log.info({ tenantId, removed }, 'orphans removed');
        }
      }
      [...seen.keys()].filter((key) => !found.has(key)).forEach((key) => seen.delete(key));
      found.forEach((key) => seen.set(key, seen.get(key) ?? now));
    },
  };
}

/** The stored objects of an organisation that no row names, of whatever age. */
export async function findOrphans(services: Services, tenantId: string): Promise<string[]> {
  // The objects first: one that is stored meanwhile then has its row.
  const stored = new Set<string>();
  for await (const { blobId } of services.files.list(tenantId)) {
    stored.add(blobId);
  }
  const named = await withTenant(services.database, systemActor(tenantId, services.clock()), (tx) =>
    namedBlobs(services, tx.sql, tenantId),
  );
  named.forEach((blobId) => stored.delete(blobId));
  return [...stored];
}

/** Looks once more before each removal, while nobody can begin to name these bytes. Returns how many went. */
export async function removeOrphans(services: Services, tenantId: string, orphans: readonly string[]): Promise<number> {
  let removed = 0;
  for (let at = 0; at < orphans.length; at += batch) {
    await withTenant(services.database, systemActor(tenantId, services.clock()), async (tx) => {
      await holdClaims(tx.sql, tenantId);
      const named = await namedBlobs(services, tx.sql, tenantId);
      for (const blobId of orphans.slice(at, at + batch).filter((orphan) => !named.has(orphan))) {
        await services.files.deleteBlob({ tenantId, blobId });
        removed += 1;
      }
    });
  }
  return removed;
}

async function namedBlobs({ files }: Services, sql: Sql, tenantId: string): Promise<Set<string>> {
  const { rows } = await sql.query<{ hash: string; wrappedKey: string }>(
    `SELECT hash, wrapped_key AS "wrappedKey" FROM app.files UNION SELECT preview_hash, preview_key FROM app.file_pages`,
  );
  const named = new Set<string>();
  for (const { hash, wrappedKey } of rows) {
    named.add(await files.blobIdOf(tenantId, { hash, wrappedKey: Buffer.from(wrappedKey, 'base64') }));
  }
  return named;
}
