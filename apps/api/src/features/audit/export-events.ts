import { Readable } from 'node:stream';

import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Scope } from '@danku/domain/access/permissions.ts';
import { dateIn } from '@danku/domain/time/zone.ts';
import type { Language } from '@danku/words/language.ts';

import { createBinder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { languageOf } from '../../db/language-of.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { withTenant } from '../../db/tenant.ts';
import type { BytesReply } from '../../http/mount-bytes.ts';
import { byteOrderMark } from './csv.ts';
import { eventLine, headLine } from './event-lines.ts';
import { findEvents, matching, type Filters, type Position } from './event-query.ts';
import type { Reader } from './mask-payload.ts';
import { readReader } from './read-reader.ts';

const mostRows = 50_000;
const rowsAtOnce = 1_000;

/**
 * The log as a file. That it was taken, with what filters and how many rows, is in the log before the first byte leaves;
 * the rows are read page by page after that, so no transaction waits for a slow reader.
 */
export async function exportEvents(context: Context, { query }: Input<typeof contract.audit.exportEvents>): Promise<BytesReply> {
  const scope = requirePermission(context, 'audit.export');
  const { actor, now } = context;
  const reader = await readReader(context);
  const language = await languageOf(context);
  const rows = await countRows(context, query, scope);
  const [eventId] = await record(context, { type: 'audit.exported', subjectId: null, payload: { filters: given(query), rows } });
  const start: Position = [now.toISOString(), eventId ?? ''];
  return {
    open: () => Promise.resolve(Readable.from(linesOf(context, { query, scope, reader, language, rows, start }))),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `audit-${dateIn(now, actor.timeZone)}.csv`,
    disposition: 'attachment',
  };
}

interface Taken {
  query: Filters;
  scope: Scope;
  reader: Reader;
  language: Language;
  rows: number;
  /** The export's own event: everything older is in the file, nothing that happens later. */
  start: Position;
}

async function* linesOf(
  { actor, services }: Context,
  { query, scope, reader, language, rows, start }: Taken,
): AsyncGenerator<string> {
  yield byteOrderMark + headLine(language);
  let after = start;
  for (let left = rows; left > 0;) {
    const limit = Math.min(left, rowsAtOnce);
    const found = await withTenant(services.database, actor, (tx) => {
      const binder = createBinder();
      return findEvents(tx, matching(query, { actor, scope }, binder), { after, limit, binder });
    });
    const last = found.at(-1);
    if (last === undefined) {
      return;
    }
    yield found.map((row) => eventLine(row, reader, language)).join('');
    after = [last.atText, last.id];
    left -= found.length;
  }
}

async function countRows({ tx, actor }: Context, query: Filters, scope: Scope): Promise<number> {
  const binder = createBinder();
  const conditions = matching(query, { actor, scope }, binder).join(' AND ');
  const { rows } = await tx.sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM app.events e WHERE ${conditions} LIMIT ${binder.bind(mostRows)}) AS found`,
    binder.values,
  );
  return rows[0]?.count ?? 0;
}

function given(query: Filters): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}
