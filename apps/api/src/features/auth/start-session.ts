import type { OutsideContext } from '../../db/context.ts';
import { createSecret } from '../../db/credentials.ts';
import type { Tx } from '../../db/tx.ts';
import { uuid7 } from '../../db/uuid7.ts';

/** A new session with a new secret, in the cookie of the answer. The session that the browser still shows ends. */
export async function startSession(
  tx: Tx,
  { now, visitor, cookie, services, shown }: Pick<OutsideContext, 'now' | 'visitor' | 'cookie' | 'services' | 'shown'>,
  accountId: string,
): Promise<string> {
  const id = uuid7(now);
  const { secret, hash } = createSecret();
  const expiresAt = new Date(now.getTime() + services.settings.sessionAbsoluteHours * 3_600_000);
  await tx.sql.query(
    `INSERT INTO identity.sessions (id, token_hash, account_id, created_at, last_seen_at, expires_at, ip, user_agent)
     VALUES ($1, $2, $3, $4, $4, $5, $6, $7)`,
    [id, hash, accountId, now, expiresAt, visitor.ip, visitor.userAgent],
  );
  if (shown?.kind === 'session') {
    await tx.sql.query('UPDATE identity.sessions SET revoked_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL', [
      shown.hash,
      now,
    ]);
  }
  cookie.set(secret);
  return id;
}
