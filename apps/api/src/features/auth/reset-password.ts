import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { OutsideContext } from '../../db/context.ts';
import { withoutTenant } from '../../db/tenant.ts';
import { Problem } from '../../problem.ts';
import { findLink, useLink } from './find-link.ts';
import { hashPassword } from './password-hash.ts';
import { requireStrongPassword } from './password-rules.ts';
import { recordInOrganisations } from './record-in-organisations.ts';
import { setPassword } from './set-password.ts';

export async function resetPassword(
  context: OutsideContext,
  { params, body }: Input<typeof contract.auth.resetPassword>,
): Promise<undefined> {
  const { services, now } = context;
  const link = await withoutTenant(services.database, (tx) => findLink(tx, params.token, now, 'reset'));
  const { accountId, email, name } = link;
  if (accountId === null) {
    throw new Problem('not-found');
  }
  requireStrongPassword(body.password, '/password', [email ?? '', name ?? '']);
  const hash = await hashPassword(body.password);
  return withoutTenant(services.database, async (tx) => {
    await useLink(tx, link, now);
    await setPassword(tx, { accountId, hash }, now);
    const person = { accountId, name: name ?? email ?? '', sessionId: null };
    await recordInOrganisations(tx, person, context, (memberId) => ({
      type: 'account.password-changed',
      subjectId: memberId,
      payload: { by: 'reset-link' },
    }));
    return undefined;
  });
}
