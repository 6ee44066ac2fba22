import type { contract } from '@danku/contract';
import type { Reply } from '@danku/contract/endpoint.ts';
import type { QueueStage } from '@danku/domain/documents/flow.ts';
import { queueStages } from '@danku/domain/documents/flow.ts';

import { createBinder, type Binder } from '../../../db/binder.ts';
import type { Actor } from '../../../db/actor.ts';
import type { Context } from '../../../db/context.ts';
import { inboxWhere } from '../../../db/visible-files.ts';
import { visibleWhere } from '../../../db/visible.ts';
import { mayWorkIn, workableWhere } from './workable.ts';

const cap = 1000;
type QueueRow = { stage: QueueStage; count: number; overdue: number; nextDueAt: Date | null };
type Mine = { returned: number; leased: number; assigned: number; questions: number; inbox: number };

/** What waits, in two statements; each count stops at a thousand, so that a long queue costs no more than a short one. */
export async function listQueues(context: Context): Promise<Reply<typeof contract.work.listQueues>> {
  const { tx, actor, now } = context;
  const binder = createBinder([actor.memberId, now]);
  const stages = actor.grants['document.read'] === undefined ? [] : queueStages;
  const queues = stages.map((stage) => queueSelect(context, stage, binder));
  const { rows } =
    queues.length === 0 ? { rows: [] } : await tx.sql.query<QueueRow>(`${person} ${queues.join(' UNION ALL ')}`, binder.values);
  const own = createBinder([actor.memberId, now]);
  const mine = await tx.sql.query<Mine>(mineSelect(actor, own), own.values);
  const items = rows.map(({ stage, count, overdue, nextDueAt }) => ({
    stage,
    count: Math.min(count, cap),
    isCapped: count > cap,
    overdue: Math.min(overdue, cap),
    nextDueAt: nextDueAt?.toISOString() ?? null,
    mayWork: mayWorkIn(actor, stage),
  }));
  return { items, ...(mine.rows[0] ?? { returned: 0, leased: 0, assigned: 0, questions: 0, inbox: 0 }) };
}

/** Gives $1 its type also for a person who works in no stage, whose statement does not name it. */
const person = 'WITH person AS (SELECT $1::uuid AS id)';

/** A person who works in the stage counts what they could take; others what they may see. */
function queueSelect({ actor }: Context, stage: QueueStage, binder: Binder): string {
  const where = mayWorkIn(actor, stage)
    ? workableWhere(actor, stage, binder)
    : `w.stage = ${binder.bind(stage)} AND ${visibleWhere(actor, binder, { alias: 'w', creator: 'd.created_by' })}`;
  return `SELECT ${binder.bind(stage)}::text AS stage, count(DISTINCT q.document_id)::int AS count,
      (count(DISTINCT q.document_id) FILTER (WHERE q.due_at < $2))::int AS overdue, min(q.due_at) AS "nextDueAt"
    FROM (SELECT w.document_id, w.due_at FROM app.work_items w JOIN app.documents d ON d.tenant_id = w.tenant_id AND d.id = w.document_id
      WHERE ${where} LIMIT ${cap + 1}) q`;
}

const mineSelect = (actor: Actor, binder: Binder) => `
  SELECT
    (SELECT count(*)::int FROM app.documents d WHERE d.assignee_id = $1 AND d.stage = 'entry' AND d.returned_at IS NOT NULL) AS returned,
    (SELECT count(DISTINCT w.document_id)::int FROM app.work_items w WHERE w.lease_member_id = $1 AND w.lease_until > $2) AS leased,
    (SELECT count(DISTINCT d.id)::int FROM app.work_items w JOIN app.documents d ON d.tenant_id = w.tenant_id AND d.id = w.document_id
      WHERE w.assignee_id = $1 AND NOT (d.stage = 'entry' AND d.returned_at IS NOT NULL)) AS assigned,
    (SELECT count(*)::int FROM app.questions q JOIN app.documents d ON d.id = q.document_id
      WHERE q.asked_id = $1 AND q.answered_at IS NULL AND ${visibleWhere(actor, binder)}) AS questions,
    (SELECT count(*)::int FROM (SELECT FROM app.inbox_items i WHERE i.state = 'open'
      AND ${actor.grants['inbox.manage'] === undefined ? 'false' : inboxWhere(actor, binder)} LIMIT ${cap}) open) AS inbox`;
