import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import { createBinder } from '../../../db/binder.ts';
import type { Context } from '../../../db/context.ts';
import { visibleWhere } from '../../../db/visible.ts';
import { presentRow, rowColumns, rowJoins, type RowRecord } from '../document-row.ts';

type Endpoint = typeof contract.work.listMyWork;
type Holding = NonNullable<Input<Endpoint>['query']['holding']>;

/** What waits for this person alone: sent back to them, handed to them, held by them, begun by them. At most 200. */
export async function listMyWork({ tx, actor, now }: Context, { query }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  const binder = createBinder([actor.memberId, now, query.holding ?? null]);
  const { rows } = await tx.sql.query<RowRecord & { holding: Holding }>(
    `SELECT ${rowColumns}, d.holding
     FROM (SELECT d.*, CASE
         WHEN d.stage = 'entry' AND d.returned_at IS NOT NULL AND d.assignee_id = $1 THEN 'returned'
         WHEN d.assignee_id = $1 OR EXISTS (SELECT FROM app.work_items w WHERE w.document_id = d.id AND w.assignee_id = $1) THEN 'assigned'
         WHEN EXISTS (SELECT FROM app.work_items w WHERE w.document_id = d.id AND w.lease_member_id = $1 AND w.lease_until > $2) THEN 'leased'
         ELSE 'draft' END AS holding
       FROM app.documents d
       WHERE d.stage NOT IN ('archived', 'void') AND ${visibleWhere(actor, binder)} AND d.id IN (
         SELECT id FROM app.documents WHERE assignee_id = $1
         UNION SELECT document_id FROM app.work_items WHERE assignee_id = $1 OR lease_member_id = $1 AND lease_until > $2
         UNION SELECT p.document_id FROM app.participations p JOIN app.documents m ON m.id = p.document_id
           WHERE p.person_id = $1 AND p.duty = 'entry' AND m.stage = 'entry' AND m.created_by = $1)) d ${rowJoins}
     WHERE $3::text IS NULL OR d.holding = $3
     ORDER BY d.due_at NULLS LAST, d.id LIMIT 200`,
    binder.values,
  );
  return {
    items: rows.map((row) => ({ ...presentRow(row, actor), holding: row.holding, leaseUntil: leaseOf(row, actor.memberId) })),
  };
}

function leaseOf({ leaseHolderId, leaseUntil }: RowRecord, memberId: string): string | null {
  return leaseHolderId === memberId ? (leaseUntil?.toISOString() ?? null) : null;
}
