import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { OutsideContext } from '../../db/context.ts';
import { withoutTenant } from '../../db/tenant.ts';
import { Problem } from '../../problem.ts';
import { requireOwnSession } from './change-me.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { requireStrongPassword } from './password-rules.ts';
import { recordInOrganisations } from './record-in-organisations.ts';
import { setPassword } from './set-password.ts';
import { startSession } from './start-session.ts';

/** The one who changes it goes on in a new session; every other one ends. Tries are counted like those of signing in. */
export async function changePassword(
  context: OutsideContext,
  { body }: Input<typeof contract.auth.changePassword>,
): Promise<undefined> {
  const { account, services, now } = context;
  if (account === null) {
    throw new Problem('unauthenticated');
  }
  requireOwnSession(account.sessionId);
  requireStrongPassword(body.next, '/next', [account.email, account.name]);
  await services.signInLimits.byAccount.spend(account.id);
  const known = await withoutTenant(services.database, async (tx) => {
    const { rows } = await tx.sql.query<{ hash: string | null }>(
      'SELECT password_hash AS hash FROM identity.accounts WHERE id = $1',
      [account.id],
    );
    return rows[0]?.hash ?? null;
  });
  if (!(await isPassword(body.current, known))) {
    throw new Problem('wrong-credentials', { errors: [{ path: '/current', code: 'invalid-value' }] });
  }
  await services.signInLimits.byAccount.forgive(account.id);
  const hash = await hashPassword(body.next);
  return withoutTenant(services.database, async (tx) => {
    await setPassword(tx, { accountId: account.id, hash }, now);
    const sessionId = await startSession(tx, context, account.id);
    const person = { accountId: account.id, name: account.name, sessionId };
    await recordInOrganisations(tx, person, context, (memberId) => ({
      type: 'account.password-changed',
      subjectId: memberId,
      payload: { by: 'self' },
    }));
    return undefined;
  });
}
