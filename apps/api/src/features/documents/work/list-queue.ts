import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { z } from 'zod';

import { createBinder } from '../../../db/binder.ts';
import type { Context } from '../../../db/context.ts';
import { pageOf, readCursor } from '../../../db/page.ts';
import { requirePermission } from '../../../db/require-permission.ts';
import { visibleWhere } from '../../../db/visible.ts';
import { presentRow, rowColumns, rowJoins, type RowRecord } from '../document-row.ts';
import { firstFreeWhere, mayWorkIn, workableWhere } from './workable.ts';

type Endpoint = typeof contract.work.listQueue;

/** What waits in a stage, most urgent first. People who work there see what they could take, others what they may see. */
export async function listQueue(context: Context, { params, query }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  requirePermission(context, 'document.read');
  const { tx, actor, now } = context;
  const binder = createBinder([actor.memberId, now]);
  const conditions = [
    mayWorkIn(actor, params.stage)
      ? `${workableWhere(actor, params.stage, binder)} AND ${firstFreeWhere}`
      : `w.stage = ${binder.bind(params.stage)} AND ${visibleWhere(actor, binder, { alias: 'w', creator: 'd.created_by' })}
         AND NOT EXISTS (SELECT FROM app.work_items f WHERE f.document_id = w.document_id AND f.slot < w.slot)`,
  ];
  if (query.kind !== undefined) {
    conditions.push(`w.kind = ${binder.bind(query.kind)}`);
  }
  const after = readCursor(query.cursor, z.tuple([z.string().max(40), z.uuid()]));
  if (after !== null) {
    conditions.push(`(w.rank_at, w.document_id) > (${binder.bind(after[0])}::timestamptz, ${binder.bind(after[1])}::uuid)`);
  }
  const { rows } = await tx.sql.query<RowRecord & { rankAt: Date; rankText: string }>(
    `SELECT ${rowColumns}, d.rank_at AS "rankAt", d.rank_at::text AS "rankText"
     FROM (SELECT d.*, w.rank_at FROM app.work_items w JOIN app.documents d ON d.tenant_id = w.tenant_id AND d.id = w.document_id
       WHERE ${conditions.join(' AND ')} ORDER BY w.rank_at, w.document_id LIMIT ${binder.bind(query.limit + 1)}) d ${rowJoins}
     ORDER BY d.rank_at, d.id`,
    binder.values,
  );
  return pageOf(rows, query.limit, {
    present: (row) => ({ ...presentRow(row, actor), rankAt: row.rankAt.toISOString() }),
    keyOf: (row) => [row.rankText, row.id],
  });
}
