import type { Actor } from './actor.ts';
import type { Context } from './context.ts';
import { actorOf, memberColumns, type MemberRow } from './member-actor.ts';

/** An active member of the organisation as the Gate would judge them, within the running transaction; null when there is none. */
export async function findMemberActor({ tx, now }: Pick<Context, 'tx' | 'now'>, memberId: string): Promise<Actor | null> {
  const { rows } = await tx.sql.query<Record<keyof MemberRow, unknown> & MemberRow>(
    `SELECT ${memberColumns} FROM app.members m JOIN app.tenant_settings t ON t.tenant_id = m.tenant_id WHERE m.id = $1 AND m.is_active`,
    [memberId],
  );
  const [row] = rows;
  return row === undefined ? null : actorOf(row, { via: 'system', sessionId: null, ip: null, requestId: null, now });
}
