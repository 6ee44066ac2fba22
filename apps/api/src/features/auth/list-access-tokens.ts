import type { contract } from '@danku/contract';
import type { Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { accessTokenColumns, presentAccessToken, type AccessTokenRow } from './present-access-token.ts';

export async function listAccessTokens({ tx, actor, now }: Context): Promise<Reply<typeof contract.auth.listAccessTokens>> {
  const { rows } = await tx.sql.query<AccessTokenRow>(
    `SELECT ${accessTokenColumns} FROM identity.access_tokens
     WHERE account_id = $1 AND tenant_id = $2 AND revoked_at IS NULL AND expires_at > $3 ORDER BY created_at DESC LIMIT 100`,
    [actor.accountId, actor.tenantId, now],
  );
  return { items: rows.map(presentAccessToken) };
}
