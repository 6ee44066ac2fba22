import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { z } from 'zod';

import { createBinder } from '../../../db/binder.ts';
import type { Context } from '../../../db/context.ts';
import { pageOf, readCursor } from '../../../db/page.ts';
import { requirePermission } from '../../../db/require-permission.ts';
import { visibleWhere } from '../../../db/visible.ts';
import { paperSelect, presentPaper, type PaperRecord } from './find-paper.ts';

/** Paper originals in the order of their boxes, all or those of one box, in place or lent. */
export async function listPapers(
  { tx, actor }: Context,
  { query }: Input<typeof contract.archive.listPapers>,
): Promise<Reply<typeof contract.archive.listPapers>> {
  requirePermission({ actor }, 'paper.manage');
  const where = createBinder();
  const after = readCursor(query.cursor, z.tuple([z.string(), z.uuid()]));
  const open = 'EXISTS (SELECT FROM app.paper_loans x WHERE x.document_id = o.document_id AND x.returned_at IS NULL)';
  const conditions = [
    visibleWhere(actor, where),
    visibleWhere(actor, where, { permission: 'paper.manage' }),
    query.box === undefined ? 'true' : `o.box = ${where.bind(query.box)}`,
    query.lent === undefined ? 'true' : `${query.lent ? '' : 'NOT '}${open}`,
    after === null ? 'true' : `(o.box, o.document_id) > (${where.bind(after[0])}, ${where.bind(after[1])}::uuid)`,
  ];
  const { rows } = await tx.sql.query<PaperRecord>(
    `${paperSelect} WHERE ${conditions.join(' AND ')} ORDER BY o.box, o.document_id LIMIT ${query.limit + 1}`,
    where.values,
  );
  const present = (row: PaperRecord) => ({ ...presentPaper(row), registryNumber: row.registryNumber, partyName: row.partyName });
  return pageOf(rows, query.limit, { present, keyOf: (row) => [row.box, row.documentId] });
}
