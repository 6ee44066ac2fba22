import { systemActor } from '../db/actor.ts';
import { tenantIdsOf } from '../db/tenant-ids.ts';
import { withoutTenant, withTenant } from '../db/tenant.ts';
import type { Services } from '../db/context.ts';
import type { Sweep } from './reactions.ts';

const hour = 3_600_000;

/** Removes what only waited for its time to pass: ended sessions, old answers to repeated calls, counters, broken uploads. */
export const sweepLeftovers: Sweep = {
  name: 'leftovers',
  everyMinutes: 60,
  run: async (services: Services) => {
    const { database, files, clock } = services;
    const now = clock();
    const before = (hours: number) => new Date(now.getTime() - hours * hour);
    await withoutTenant(database, async (tx) => {
      await tx.sql.query('DELETE FROM identity.sessions WHERE expires_at < $1 OR revoked_at < $1', [before(24 * 30)]);
      await tx.sql.query('DELETE FROM identity.rate_limits WHERE expire < $1', [before(1).getTime()]);
    });
    for (const tenantId of await tenantIdsOf(database)) {
      await withTenant(database, systemActor(tenantId, now), (tx) =>
        tx.sql.query('DELETE FROM app.idempotency_keys WHERE created_at < $1', [before(48)]),
      );
    }
    await files.sweepTemporary();
  },
};
