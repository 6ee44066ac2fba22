import type { ShownPage } from '@danku/contract/document-shapes.ts';
import type { File, InboxItem } from '@danku/contract/files.ts';

import { createBinder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { fileColumns, fileJoins, presentFile, type FileRecord } from './file-row.ts';
import { inboxWhere } from '../../db/visible-files.ts';

export type Arranged = { fileId: string; page: number; rotation: number };

export type ItemRecord = {
  id: string;
  state: InboxItem['state'];
  reason: string | null;
  documentId: string | null;
  receivedById: string;
  receivedByName: string;
  receivedAt: Date;
  version: number;
  /** The pages in the order someone gave them; null means every page of every file. */
  arrangement: Arranged[] | null;
  fileIds: string[];
};

/** An inbox item `i` with its receiver `r`. */
export const itemColumns = `i.id, i.state, i.reason, i.document_id AS "documentId", i.version, i.pages AS arrangement,
  r.id AS "receivedById", r.name AS "receivedByName", i.received_at AS "receivedAt",
  ARRAY(SELECT x.file_id FROM app.inbox_files x WHERE x.item_id = i.id ORDER BY x.position) AS "fileIds"`;
export const itemFrom = 'app.inbox_items i JOIN app.members r ON r.tenant_id = i.tenant_id AND r.id = i.received_by';

/** Inbox items the person may see, by id; with `forUpdate` nobody else changes them meanwhile. Throws not-found if one is missing. */
export async function findItems(
  { tx, actor }: Pick<Context, 'tx' | 'actor'>,
  ids: readonly string[],
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<ItemRecord[]> {
  const where = createBinder();
  const { rows } = await tx.sql.query<ItemRecord>(
    `SELECT ${itemColumns} FROM ${itemFrom} WHERE i.id = ANY (${where.bind(ids)}::uuid[]) AND ${inboxWhere(actor, where)}
     ORDER BY i.id ${forUpdate ? 'FOR UPDATE OF i' : ''}`,
    where.values,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const item = byId.get(id);
    if (item === undefined) {
      throw new Problem('not-found');
    }
    return item;
  });
}

/** Items with their files and pages, in two more statements for all of them. */
export async function presentItems(context: Pick<Context, 'tx' | 'actor'>, items: readonly ItemRecord[]): Promise<InboxItem[]> {
  const ids = [...new Set(items.flatMap(({ fileIds }) => fileIds))];
  const files = await filesOf(context, ids);
  const pages = await pagesOf(context, ids);
  return items.map((item) => ({
    id: item.id,
    state: item.state,
    files: item.fileIds.flatMap((id) => files.get(id) ?? []),
    pages: arrange(item, pages),
    reason: item.reason,
    documentId: item.documentId,
    receivedBy: { id: item.receivedById, name: item.receivedByName },
    receivedAt: item.receivedAt.toISOString(),
    version: item.version,
  }));
}

async function filesOf({ tx, actor }: Pick<Context, 'tx' | 'actor'>, ids: readonly string[]): Promise<Map<string, File>> {
  const where = createBinder();
  const columns = fileColumns(actor, where);
  const { rows } = await tx.sql.query<FileRecord>(
    `SELECT ${columns} FROM app.files f ${fileJoins} WHERE f.id = ANY (${where.bind(ids)}::uuid[])`,
    where.values,
  );
  return new Map(rows.map((row) => [row.id, presentFile(row)]));
}

async function pagesOf({ tx }: Pick<Context, 'tx'>, ids: readonly string[]): Promise<Map<string, ShownPage[]>> {
  const { rows } = await tx.sql.query<Omit<ShownPage, 'rotation'>>(
    `SELECT p.file_id AS "fileId", p.number AS page, p.width, p.height, f.rendered_from_data AS "renderedFromData"
     FROM app.file_pages p JOIN app.files f ON f.tenant_id = p.tenant_id AND f.id = p.file_id
     WHERE p.file_id = ANY ($1::uuid[]) ORDER BY p.file_id, p.number`,
    [ids],
  );
  return Map.groupBy(
    rows.map((row) => ({ ...row, rotation: 0 })),
    ({ fileId }) => fileId,
  );
}

function arrange({ arrangement, fileIds }: ItemRecord, pages: Map<string, ShownPage[]>): ShownPage[] {
  if (arrangement === null) {
    return fileIds.flatMap((id) => pages.get(id) ?? []);
  }
  return arrangement.flatMap(({ fileId, page, rotation }) =>
    (pages.get(fileId) ?? []).filter((shown) => shown.page === page).map((shown) => ({ ...shown, rotation })),
  );
}
