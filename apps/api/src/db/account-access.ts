import type { DomainEvent } from '@danku/domain/events.ts';

import type { Context } from './context.ts';

interface Person {
  memberId: string;
  accountId: string;
}

/** Revokes every access token a person has in this organisation. Returns what happened, to be recorded. */
export async function endTokens(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { memberId, accountId }: Person,
): Promise<DomainEvent[]> {
  const { rows } = await tx.sql.query<{ name: string }>(
    `UPDATE identity.access_tokens SET revoked_at = $3
     WHERE tenant_id = $1 AND account_id = $2 AND revoked_at IS NULL AND expires_at > $3 RETURNING name`,
    [tx.tenantId, accountId, now],
  );
  return rows.map(({ name }) => ({ type: 'token.revoked', subjectId: memberId, payload: { name } }));
}

/** Ends every session of a person, in whatever organisation they are. Returns what happened, to be recorded. */
export async function endSessions(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { memberId, accountId }: Person,
): Promise<DomainEvent[]> {
  const { rows } = await tx.sql.query<{ id: string }>(
    'UPDATE identity.sessions SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2 RETURNING id',
    [accountId, now],
  );
  return rows.map(({ id }) => ({ type: 'session.revoked', subjectId: memberId, payload: { sessionId: id } }));
}

/** Whether the account also belongs to another organisation, whose business its password and sessions are as well. */
export async function belongsElsewhere({ tx }: Pick<Context, 'tx'>, accountId: string): Promise<boolean> {
  const { rowCount } = await tx.sql.query(
    'SELECT FROM identity.memberships WHERE account_id = $1 AND is_active AND tenant_id <> $2 LIMIT 1',
    [accountId, tx.tenantId],
  );
  return rowCount !== 0;
}

/** Opens or closes this organisation to an account; the door looks at it on every call. */
export async function setMembership({ tx }: Pick<Context, 'tx'>, accountId: string, isActive: boolean): Promise<void> {
  await tx.sql.query('UPDATE identity.memberships SET is_active = $3 WHERE tenant_id = $1 AND account_id = $2', [
    tx.tenantId,
    accountId,
    isActive,
  ]);
}
