import type { QueueStage, Stage } from '@danku/domain/documents/flow.ts';
import { queueStages } from '@danku/domain/documents/flow.ts';
import type { Pause } from '@danku/domain/people/working-calendar.ts';
import { dueAt } from '@danku/domain/people/working-calendar.ts';

import type { Context } from '../../db/context.ts';
import type { TypeRecord } from './find-type.ts';

/** How long a claim lasts; the heartbeat prolongs it. */
export const leaseMinutes = 10;
/** A point of risk counts as much as three minutes of the time limit: urgent first, and among those the risky ones. */
const minutesPerRiskPoint = 3;

export function isQueueStage(stage: Stage): stage is QueueStage {
  return queueStages.some((queue) => queue === stage);
}

/** When a document that enters this stage now is due, by the type's working minutes; null where no time limit can be told. */
export function dueIn(stage: Stage, type: TypeRecord, start: Date, pauses: readonly Pause[] = []): Date | null {
  return isQueueStage(stage) ? dueAt(start, type.slaMinutes[stage], type.calendar, pauses) : null;
}

export function rankOf(due: Date | null, enteredAt: Date, risk: number): Date {
  return new Date((due ?? enteredAt).getTime() - risk * minutesPerRiskPoint * 60_000);
}

interface Queued {
  documentId: string;
  stage: Stage;
  due: Date | null;
  risk: number;
  /** How many people work on it side by side: two under dual blind. */
  slots?: 1 | 2;
  /** Reserved for this person. */
  assigneeId?: string | null;
  /** Claimed at once by this person. */
  leaseFor?: string | null;
}

/** Puts a document into the queue of its stage, out of any other; where the stage has no queue it is only taken out. One round trip. */
export async function enqueue({ tx, now }: Pick<Context, 'tx' | 'now'>, queued: Queued): Promise<void> {
  const { documentId, stage, due, risk, slots = 1, assigneeId = null, leaseFor = null } = queued;
  if (!isQueueStage(stage)) {
    await tx.sql.query('DELETE FROM app.work_items WHERE document_id = $1', [documentId]);
    return;
  }
  const leaseUntil = leaseFor === null ? null : new Date(now.getTime() + leaseMinutes * 60_000);
  await tx.sql.query(upsert, [documentId, stage, rankOf(due, now, risk), due, assigneeId, leaseFor, leaseUntil, now, slots]);
}

const upsert = `
  WITH gone AS (DELETE FROM app.work_items WHERE document_id = $1 AND slot > $9)
  INSERT INTO app.work_items (document_id, slot, stage, kind, customer_group_id, owner_id, rank_at, due_at, assignee_id, lease_member_id, lease_until, entered_at)
  SELECT d.id, slot, $2, d.kind, d.customer_group_id, d.owner_id, $3, $4, $5, $6, $7, $8
  FROM app.documents d, generate_series(1, $9::int) AS slot WHERE d.id = $1
  ON CONFLICT (tenant_id, document_id, slot) DO UPDATE SET stage = excluded.stage, customer_group_id = excluded.customer_group_id,
    owner_id = excluded.owner_id, rank_at = excluded.rank_at, due_at = excluded.due_at, assignee_id = excluded.assignee_id, is_paused = false,
    lease_member_id = excluded.lease_member_id, lease_until = excluded.lease_until, entered_at = excluded.entered_at`;

/**
 * Under dual blind a document has two places. The order in which one is a person's ($2, now $3): held by them, reserved for
 * them, then whichever is nobody's.
 */
export const ownPlaceFirst = `lease_member_id IS NOT DISTINCT FROM $2 DESC, assignee_id IS NOT DISTINCT FROM $2 DESC,
  assignee_id IS NOT NULL, is_paused, coalesce(lease_until > $3, false), slot`;

/** The place of a person whose decision waits no longer is open again, unless a question is. Its lease is theirs until `leaseUntil`. */
export async function openPlace(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { documentId, memberId, leaseUntil = null }: { documentId: string; memberId: string; leaseUntil?: Date | null },
): Promise<void> {
  await tx.sql.query(
    `UPDATE app.work_items w SET
       is_paused = EXISTS (SELECT FROM app.questions q WHERE q.document_id = w.document_id AND q.answered_at IS NULL),
       lease_member_id = CASE WHEN $4::timestamptz IS NULL THEN lease_member_id ELSE $2 END, lease_until = coalesce($4, lease_until)
     WHERE (document_id, slot) = (SELECT document_id, slot FROM app.work_items
       WHERE document_id = $1 AND is_paused ORDER BY ${ownPlaceFirst} LIMIT 1)`,
    [documentId, memberId, now, leaseUntil],
  );
}
