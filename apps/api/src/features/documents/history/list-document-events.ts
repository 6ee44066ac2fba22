import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { isBlindTo } from '@danku/domain/access/blind.ts';
import { z } from 'zod';

import { createBinder } from '../../../db/binder.ts';
import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { pageOf, readCursor } from '../../../db/page.ts';
import { eventColumns, eventJoins, presentEvent, type EventRow } from '../../../db/present-event.ts';
import { settlePending } from '../settle-pending.ts';

type Endpoint = typeof contract.history.listDocumentEvents;

/** What a blind reviewer may know of others' doings: that it was made and handed in, never what was written or decided. */
const harmless = [
  'document.created',
  'document.submitted',
  'document.withdrawn',
  'document.files-changed',
  'document.linked',
  'document.unlinked',
];

/** Everything that happened to a document, newest first. */
export async function listDocumentEvents(context: Context, { params, query }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  const { tx, actor } = context;
  await settlePending(context, params.id);
  const facts = await requireGate(context, 'view', params);
  const binder = createBinder([params.id]);
  const conditions = ['e.subject_id = $1'];
  const isBlind = isBlindTo(actor, facts);
  if (isBlind) {
    conditions.push(`(e.actor_id = ${binder.bind(actor.memberId)} OR e.type = ANY (${binder.bind(harmless)}::text[]))`);
  }
  const after = readCursor(query.cursor, z.tuple([z.string().max(40), z.uuid()]));
  if (after !== null) {
    conditions.push(`(e.at, e.id) < (${binder.bind(after[0])}::timestamptz, ${binder.bind(after[1])}::uuid)`);
  }
  const { rows } = await tx.sql.query<EventRow>(
    `SELECT ${eventColumns} FROM app.events e ${eventJoins} WHERE ${conditions.join(' AND ')}
     ORDER BY e.at DESC, e.id DESC LIMIT ${binder.bind(query.limit + 1)}`,
    binder.values,
  );
  return pageOf(rows, query.limit, {
    present: (row) => presentEvent(isBlind && row.actorId !== actor.memberId ? { ...row, payload: {} } : row),
    keyOf: (row) => [row.atText, row.id],
  });
}
