import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { z } from 'zod';

import { createBinder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { hurryPreviews } from '../../db/hurry-previews.ts';
import { pageOf, readCursor } from '../../db/page.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { itemColumns, itemFrom, presentItems, type ItemRecord } from './inbox-item.ts';
import { inboxWhere } from '../../db/visible-files.ts';

/** What came in, newest first; for whoever does not manage the whole inbox, what they brought in themselves. */
export async function listInbox(
  context: Context,
  { query }: Input<typeof contract.files.listInbox>,
): Promise<Reply<typeof contract.files.listInbox>> {
  requirePermission(context, 'inbox.manage', 'document.enter');
  const where = createBinder();
  const after = readCursor(query.cursor, z.tuple([z.string(), z.uuid()]));
  const isAfter =
    after === null ? 'true' : `(i.received_at, i.id) < (${where.bind(after[0])}::timestamptz, ${where.bind(after[1])}::uuid)`;
  const { rows } = await context.tx.sql.query<ItemRecord & { key: string }>(
    `SELECT ${itemColumns}, i.received_at::text AS key FROM ${itemFrom}
     WHERE i.state = ${where.bind(query.state)} AND ${inboxWhere(context.actor, where)} AND ${isAfter}
     ORDER BY i.received_at DESC, i.id DESC LIMIT ${query.limit + 1}`,
    where.values,
  );
  const shown = await presentItems(context, rows.slice(0, query.limit));
  // Who looks at the inbox waits for these pages: they go before whatever else is due.
  const undrawn = shown.flatMap(({ files }) => files).filter(({ previewState }) => previewState === 'waiting');
  await hurryPreviews(context, { fileIds: undrawn.map(({ id }) => id), pagesPending: undrawn.length > 0 });
  const { next } = pageOf(rows, query.limit, { present: ({ id }) => id, keyOf: ({ key, id }) => [key, id] });
  return { items: shown, next };
}
