import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { z } from 'zod';

import { createBinder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { pageOf, readCursor } from '../../db/page.ts';
import { presentEvent } from '../../db/present-event.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { findEvents, matching } from './event-query.ts';
import { maskPayload } from './mask-payload.ts';
import { readReader } from './read-reader.ts';

const Cursor = z.tuple([z.string().regex(/^[\d\-: .+]{10,40}$/), z.uuid()]);

/** Who did what when, newest first. */
export async function listEvents(
  context: Context,
  { query }: Input<typeof contract.audit.listEvents>,
): Promise<Reply<typeof contract.audit.listEvents>> {
  const scope = requirePermission(context, 'audit.read');
  const { tx, actor } = context;
  const reader = await readReader(context);
  const binder = createBinder();
  const conditions = matching(query, { actor, scope }, binder);
  const after = readCursor(query.cursor, Cursor);
  const rows = await findEvents(tx, conditions, { after, limit: query.limit + 1, binder });
  return pageOf(rows, query.limit, {
    present: (row) => presentEvent({ ...row, payload: maskPayload(row.type, row.payload, reader) }),
    keyOf: ({ atText, id }) => [atText, id],
  });
}
