import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Scope } from '@danku/domain/access/permissions.ts';

import type { Actor } from '../../db/actor.ts';
import type { Binder } from '../../db/binder.ts';
import { eventColumns, eventJoins, type EventRow } from '../../db/present-event.ts';
import type { Tx } from '../../db/tx.ts';

export type Filters = Input<typeof contract.audit.exportEvents>['query'];

/** Where one has read to: the time, exact to the microsecond, and id of the last event. */
export type Position = readonly [at: string, id: string];

/** The conditions of a search. A right that does not reach everything reaches what one did oneself. `from` is included, `to` is not. */
export function matching(filters: Filters, { actor, scope }: { actor: Actor; scope: Scope }, { bind }: Binder): string[] {
  const conditions = ['true'];
  if (scope !== 'all') {
    conditions.push(`e.actor_id = ${bind(actor.memberId)}::uuid`);
  }
  if (filters.actorId !== undefined) {
    conditions.push(`e.actor_id = ${bind(filters.actorId)}::uuid`);
  }
  if (filters.type !== undefined) {
    conditions.push(`e.type = ${bind(filters.type)}`);
  }
  if (filters.subjectId !== undefined) {
    conditions.push(`e.subject_id = ${bind(filters.subjectId)}::uuid`);
  }
  if (filters.from !== undefined) {
    conditions.push(`e.at >= ${bind(filters.from)}::timestamptz`);
  }
  if (filters.to !== undefined) {
    conditions.push(`e.at < ${bind(filters.to)}::timestamptz`);
  }
  return conditions;
}

/** Events that match, newest first, after a position. */
export async function findEvents(
  tx: Tx,
  conditions: readonly string[],
  { after, limit, binder }: { after: Position | null; limit: number; binder: Binder },
): Promise<EventRow[]> {
  const { bind, values } = binder;
  const beyond = after === null ? [] : [`(e.at, e.id) < (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`];
  const { rows } = await tx.sql.query<EventRow>(
    `SELECT ${eventColumns} FROM app.events e ${eventJoins} WHERE ${[...conditions, ...beyond].join(' AND ')}
     ORDER BY e.at DESC, e.id DESC LIMIT ${bind(limit)}`,
    values,
  );
  return rows;
}
