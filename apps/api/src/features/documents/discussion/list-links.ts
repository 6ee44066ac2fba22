import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import { createBinder } from '../../../db/binder.ts';
import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { visibleWhere } from '../../../db/visible.ts';
import { presentRow, rowColumns, rowJoins, type RowRecord } from '../document-row.ts';

type Endpoint = typeof contract.discussion.listLinks;
type Item = Reply<Endpoint>['items'][number];
type Row = RowRecord & Pick<Item, 'relation' | 'direction'>;

/** The papers before and after this one, as far as one may see them. */
export async function listLinks(context: Context, { params }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  await requireGate(context, 'view', params);
  return { items: await findLinks(context, params.id) };
}

export async function findLinks({ tx, actor, now }: Context, documentId: string): Promise<Item[]> {
  const binder = createBinder([actor.memberId, now, documentId]);
  const { rows } = await tx.sql.query<Row>(
    `SELECT ${rowColumns}, l.relation, l.direction
     FROM (SELECT to_id AS other, relation, 'from' AS direction FROM app.document_links WHERE from_id = $3
       UNION ALL SELECT from_id, relation, 'to' FROM app.document_links WHERE to_id = $3) l
     JOIN app.documents d ON d.id = l.other ${rowJoins}
     WHERE ${visibleWhere(actor, binder)} ORDER BY d.issue_date NULLS LAST, d.id LIMIT 200`,
    binder.values,
  );
  return rows.map((row) => ({ document: presentRow(row, actor), relation: row.relation, direction: row.direction }));
}
