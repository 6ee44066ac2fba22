import type { Services } from '../db/context.ts';
import { systemActor } from '../db/actor.ts';
import { withoutTenant, withTenant } from '../db/tenant.ts';
import type { Reaction, Told } from './reactions.ts';

/** The function of each reaction by name. A delivery whose name is not here waits for a version that knows it. */
export type ReactionTable = ReadonlyMap<string, Reaction>;

interface Delivery {
  tenantId: string;
  eventId: string;
  reaction: string;
  attempts: number;
}

/** Longer than any reaction may take: after this a delivery whose worker died is taken up again. */
const leaseMinutes = 10;
const mostAttempts = 8;

/**
 * Takes up to `limit` due deliveries and tells each reaction, one after the other. A delivery is done once, tried again
 * with growing pauses when it fails, and given up after eight tries. Returns how many were taken.
 */
export async function deliverDue(services: Services, reactions: ReactionTable, { limit = 1 } = {}): Promise<number> {
  const claimed = await claim(services, [...reactions.keys()], limit);
  for (const delivery of claimed) {
    await deliver(services, reactions, delivery);
  }
  return claimed.length;
}

async function claim({ database, clock }: Services, names: readonly string[], limit: number): Promise<Delivery[]> {
  return withoutTenant(database, async (tx) => {
    const { rows } = await tx.sql.query<Delivery>(
      `UPDATE infra.deliveries d SET attempts = attempts + 1, next_at = $1::timestamptz + make_interval(mins => ${leaseMinutes})
       FROM (SELECT tenant_id, event_id, reaction FROM infra.deliveries
         WHERE done_at IS NULL AND failed_at IS NULL AND next_at <= $1 AND reaction = ANY ($2::text[])
         ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED) due
       WHERE d.tenant_id = due.tenant_id AND d.event_id = due.event_id AND d.reaction = due.reaction
       RETURNING d.tenant_id AS "tenantId", d.event_id AS "eventId", d.reaction, d.attempts`,
      [clock(), names, limit],
    );
    return rows;
  });
}

async function deliver(services: Services, reactions: ReactionTable, delivery: Delivery): Promise<void> {
  const facts = {
    tenantId: delivery.tenantId,
    eventId: delivery.eventId,
    reaction: delivery.reaction,
    attempts: delivery.attempts,
  };
  try {
    await reactions.get(delivery.reaction)?.(await toldOf(services, delivery));
    await settle(services, delivery, 'done_at = $4', services.clock());
  } catch (error) {
    const isLast = delivery.attempts >= mostAttempts;
    services.log[isLast ? 'error' : 'warn'](
      { ...facts, error: describe(error) },
      isLast ? 'reaction given up' : 'reaction failed',
    );
    await settle(
      services,
      delivery,
      isLast ? 'failed_at = $4, fault = $5' : 'next_at = $4, fault = $5',
      isLast ? services.clock() : nextTry(services, delivery),
      describe(error),
    );
  }
}

async function toldOf(services: Services, { tenantId, eventId }: Delivery): Promise<Told> {
  const actor = systemActor(tenantId, services.clock());
  return withTenant(services.database, actor, async (tx) => {
    const { rows } = await tx.sql.query<{
      type: string;
      subjectId: string | null;
      payload: unknown;
      timeZone: string;
      currency: string;
    }>(
      `SELECT e.type, e.subject_id AS "subjectId", e.payload, t.time_zone AS "timeZone", t.currency
       FROM app.events e, app.tenant_settings t WHERE e.id = $1`,
      [eventId],
    );
    const [event] = rows;
    if (event === undefined) {
      throw new Error('The event of a delivery is missing.');
    }
    const { timeZone, currency, ...rest } = event;
    return { eventId, tenantId, ...rest, actor: { ...actor, timeZone, currency }, services };
  });
}

async function settle(
  { database }: Services,
  { tenantId, eventId, reaction }: Delivery,
  change: string,
  at: Date,
  fault?: string,
): Promise<void> {
  const values = [tenantId, eventId, reaction, at, ...(fault === undefined ? [] : [fault])];
  await withoutTenant(database, (tx) =>
    tx.sql.query(`UPDATE infra.deliveries SET ${change} WHERE tenant_id = $1 AND event_id = $2 AND reaction = $3`, values),
  );
}

/** 2, 4, 8 … seconds after a failure, at most ten minutes. */
function nextTry({ clock }: Services, { attempts }: Delivery): Date {
  return new Date(clock().getTime() + Math.min(2 ** attempts, 600) * 1000);
}

function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
