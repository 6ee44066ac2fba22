import { createBinder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { fileVisibleWhere, inboxWhere } from '../../db/visible-files.ts';
import { fieldProblem, Problem } from '../../problem.ts';

/** Joins files to a draft after those it has, in the order given. Throws invalid for a file that is not there or out of one's reach. */
export async function attachFiles(
  { tx, actor }: Pick<Context, 'tx' | 'actor'>,
  documentId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) {
    return;
  }
  const where = createBinder([fileIds]);
  const { rows } = await tx.sql.query<{ id: string }>(
    `SELECT f.id FROM app.files f WHERE f.id = ANY ($1::uuid[]) AND ${fileVisibleWhere(actor, where)}`,
    where.values,
  );
  const known = new Set(rows.map(({ id }) => id));
  const missing = fileIds.findIndex((id) => !known.has(id));
  if (missing >= 0) {
    throw fieldProblem(`/fileIds/${missing}`, 'unknown-file');
  }
  await tx.sql.query(
    `INSERT INTO app.document_files (document_id, file_id, position)
     SELECT $1, id, ordinal + coalesce((SELECT max(position) FROM app.document_files WHERE document_id = $1), 0)
     FROM unnest($2::uuid[]) WITH ORDINALITY AS given (id, ordinal)
     ON CONFLICT (tenant_id, document_id, file_id) DO NOTHING`,
    [documentId, fileIds],
  );
}

type Item = { state: string; pages: unknown; fileIds: string[] };

/** Turns an open inbox item into this document's image: its files and the order of its pages. Once. */
export async function registerInboxItem(context: Context, itemId: string, documentId: string): Promise<void> {
  const { tx, actor, now } = context;
  const where = createBinder([itemId]);
  const { rows } = await tx.sql.query<Item>(
    `SELECT i.state, i.pages, ARRAY(SELECT f.file_id FROM app.inbox_files f WHERE f.item_id = i.id ORDER BY f.position) AS "fileIds"
     FROM app.inbox_items i WHERE i.id = $1 AND ${inboxWhere(actor, where)} FOR UPDATE`,
    where.values,
  );
  const [item] = rows;
  if (item === undefined) {
    throw new Problem('not-found');
  }
  if (item.state !== 'open') {
    throw new Problem('conflict', { detail: `The inbox item is ${item.state}.`, reasons: ['inbox-item-closed'] });
  }
  await attachFiles(context, documentId, item.fileIds);
  await tx.sql.query('UPDATE app.documents SET pages = $2 WHERE id = $1', [
    documentId,
    item.pages === null ? null : JSON.stringify(item.pages),
  ]);
  await tx.sql.query(
    `UPDATE app.inbox_items SET state = 'registered', document_id = $2, closed_at = $3, version = version + 1 WHERE id = $1`,
    [itemId, documentId, now],
  );
  await record(context, { type: 'inbox.registered', subjectId: itemId, payload: { documentId } });
}
