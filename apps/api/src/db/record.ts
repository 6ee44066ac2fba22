import type { DomainEvent } from '@danku/domain/events.ts';

import { systemMemberId } from './actor.ts';
import type { Context } from './context.ts';
import { reactionNamesFor } from './reaction-names.ts';
import { uuid7 } from './uuid7.ts';

export interface RecordOptions {
  /** When its reactions are due; at once where it is not said. */
  deliverAt?: Date;
}

/**
 * Writes down what happened, in the transaction in which it happens. The row is audit, source of every figure and
 * outbox; who hears of it is said in reaction-names.ts. One round trip. Returns the ids of the events.
 */
export async function record(
  { tx, actor, now }: Pick<Context, 'tx' | 'actor' | 'now'>,
  happened: DomainEvent | readonly DomainEvent[],
  { deliverAt = now }: RecordOptions = {},
): Promise<string[]> {
  const events = [happened]
    .flat()
    .map(({ type, subjectId, payload }) => ({ id: uuid7(now), type, subject_id: subjectId, payload }));
  const deliveries = events.flatMap(({ id, type }) => reactionNamesFor(type).map((reaction) => ({ event_id: id, reaction })));
  if (events.length === 0) {
    return [];
  }
  const values = [
    JSON.stringify(events),
    now,
    actor.memberId === systemMemberId ? null : actor.memberId,
    actor.name,
    actor.via,
    actor.sessionId,
    actor.ip,
    actor.requestId,
  ];
  await (deliveries.length === 0
    ? tx.sql.query(insertEvents, values)
    : tx.sql.query(insertEventsAndDeliveries, [...values, JSON.stringify(deliveries), deliverAt, tx.tenantId]));
  return events.map(({ id }) => id);
}

const insertEvents = `
  INSERT INTO app.events (id, at, type, subject_id, actor_id, actor_name, via, session_id, ip, request_id, payload)
  SELECT given.id, $2, given.type, given.subject_id, $3, $4, $5, $6, $7, $8, given.payload
  FROM jsonb_to_recordset($1) AS given (id uuid, type text, subject_id uuid, payload jsonb)`;

const insertEventsAndDeliveries = `
  WITH logged AS (${insertEvents})
  INSERT INTO infra.deliveries (tenant_id, event_id, reaction, next_at)
  SELECT $11, given.event_id, given.reaction, $10
  FROM jsonb_to_recordset($9) AS given (event_id uuid, reaction text)`;
