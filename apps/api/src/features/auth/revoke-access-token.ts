import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { Problem } from '../../problem.ts';

export async function revokeAccessToken(
  context: Context,
  { params }: Input<typeof contract.auth.revokeAccessToken>,
): Promise<undefined> {
  const { tx, actor, now } = context;
  const { rows } = await tx.sql.query<{ name: string }>(
    `UPDATE identity.access_tokens SET revoked_at = $4 WHERE id = $1 AND account_id = $2 AND tenant_id = $3 AND revoked_at IS NULL RETURNING name`,
    [params.id, actor.accountId, actor.tenantId, now],
  );
  const [ended] = rows;
  if (ended === undefined) {
    throw new Problem('not-found');
  }
  await record(context, { type: 'token.revoked', subjectId: actor.memberId, payload: { name: ended.name } });
  return undefined;
}
