import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { AccountContext } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { requireOwnSession } from './change-me.ts';
import { recordInOrganisations } from './record-in-organisations.ts';

export async function revokeSession(
  context: AccountContext,
  { params }: Input<typeof contract.auth.revokeSession>,
): Promise<undefined> {
  const { tx, account, now, cookie } = context;
  const sessionId = requireOwnSession(account.sessionId);
  const ended = await tx.sql.query(
    'UPDATE identity.sessions SET revoked_at = $3 WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL',
    [params.id, account.id, now],
  );
  if (ended.rowCount === 0) {
    throw new Problem('not-found');
  }
  if (params.id === sessionId) {
    cookie.clear();
  }
  await recordInOrganisations(tx, { accountId: account.id, name: account.name, sessionId }, context, (memberId) => ({
    type: 'session.revoked',
    subjectId: memberId,
    payload: { sessionId: params.id },
  }));
  return undefined;
}
