import type { contract } from '@danku/contract';
import type { PageRef } from '@danku/contract/document-shapes.ts';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { Problem } from '../../problem.ts';
import { requireEveryPageOnce } from './check-arrangement.ts';
import { findItems, presentItems, type ItemRecord } from './inbox-item.ts';

/**
 * Splits, merges, turns and reorders: these items are closed and new ones with these pages are opened. No page is lost and
 * none is doubled, and the files stay as they came. Throws conflict for an item that is closed, or whose pages are not made yet.
 */
export async function arrangeInbox(
  context: Context,
  { body }: Input<typeof contract.files.arrangeInbox>,
): Promise<Reply<typeof contract.files.arrangeInbox>> {
  const ids = body.items.map(({ id }) => id);
  const items = await findItems(context, [...new Set(ids)], { forUpdate: true });
  requirePermission(context, 'inbox.manage');
  await requireOpen(context, items, body.items);
  await requireEveryPageOnce(context, items, body.results);
  const made: string[] = [];
  for (const pages of body.results) {
    made.push(await insertItem(context, items, pages));
  }
  await context.tx.sql.query(
    `UPDATE app.inbox_items SET state = 'arranged', closed_at = $2, version = version + 1 WHERE id = ANY ($1::uuid[])`,
    [ids, context.now],
  );
  await record(
    context,
    items.map(({ id }) => ({ type: 'inbox.arranged' as const, subjectId: id, payload: { items: made } })),
  );
  return { items: await presentItems(context, await findItems(context, made)) };
}

async function requireOpen(
  context: Context,
  items: readonly ItemRecord[],
  given: readonly { id: string; version: number }[],
): Promise<void> {
  const seen = new Map(given.map(({ id, version }) => [id, version]));
  if (items.some(({ id, version }) => seen.get(id) !== version)) {
    throw new Problem('stale', { current: await presentItems(context, items) });
  }
  if (items.some(({ state }) => state !== 'open')) {
    throw new Problem('conflict', { reasons: ['inbox-item-closed'] });
  }
}

/** The paper came in when the first of its parts did, and is a purchase if one of them is. */
async function insertItem({ tx, now }: Context, sources: readonly ItemRecord[], pages: readonly PageRef[]): Promise<string> {
  const id = uuid7(now);
  const fileIds = [...new Set(pages.map(({ fileId }) => fileId))];
  const parts = sources.filter((source) => source.fileIds.some((fileId) => fileIds.includes(fileId)));
  const [first] = parts;
  const reason = parts.find((part) => part.reason !== null)?.reason ?? null;
  await tx.sql.query(
    `WITH item AS (INSERT INTO app.inbox_items (id, pages, received_by, received_at, reason) VALUES ($1, $2, $3, $4, $6) RETURNING tenant_id, id)
     INSERT INTO app.inbox_files (tenant_id, item_id, file_id, position)
     SELECT item.tenant_id, item.id, given.file_id, given.ordinal FROM item, unnest($5::uuid[]) WITH ORDINALITY AS given (file_id, ordinal)`,
    [id, JSON.stringify(pages), first?.receivedById, first?.receivedAt, fileIds, reason],
  );
  return id;
}
