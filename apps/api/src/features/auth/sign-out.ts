import type { AccountContext } from '../../db/context.ts';
import { record } from '../../db/record.ts';

export async function signOut({ tx, account, actor, now, cookie }: AccountContext): Promise<undefined> {
  cookie.clear();
  await tx.sql.query('UPDATE identity.sessions SET revoked_at = $2 WHERE id = $1', [account.sessionId, now]);
  if (actor !== null) {
    await record({ tx, actor, now }, { type: 'account.signed-out', subjectId: actor.memberId, payload: {} });
  }
  return undefined;
}
