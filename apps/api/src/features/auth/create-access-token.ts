import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { accessTokenPrefix, createSecret } from '../../db/credentials.ts';
import { record } from '../../db/record.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { Problem } from '../../problem.ts';
import { requireOwnSession } from './change-me.ts';
import { presentAccessToken } from './present-access-token.ts';

const day = 86_400_000;

/** A token acts in this organisation with these rights, as far as its owner still holds them. Its value is in this reply only. */
export async function createAccessToken(
  context: Context,
  { body }: Input<typeof contract.auth.createAccessToken>,
): Promise<Reply<typeof contract.auth.createAccessToken>> {
  const { tx, actor, now } = context;
  requireOwnSession(actor.sessionId);
  if (body.permissions.some((permission) => actor.grants[permission] === undefined)) {
    throw new Problem('forbidden', { reasons: ['no-permission'] });
  }
  const { secret, hash } = createSecret(accessTokenPrefix);
  const row = {
    id: uuid7(now),
    name: body.name,
    permissions: [...new Set(body.permissions)],
    createdAt: now,
    expiresAt: new Date(now.getTime() + body.expiresInDays * day),
    lastUsedAt: null,
  };
  await tx.sql.query(
    `INSERT INTO identity.access_tokens (id, tenant_id, account_id, name, token_hash, permissions, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, actor.tenantId, actor.accountId, row.name, hash, row.permissions, row.createdAt, row.expiresAt],
  );
  const token = presentAccessToken(row);
  const { name, permissions, expiresAt } = token;
  await record(context, { type: 'token.created', subjectId: actor.memberId, payload: { name, permissions, expiresAt } });
  return { ...token, token: secret };
}
