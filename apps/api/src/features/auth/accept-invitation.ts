import type { contract } from '@danku/contract';
import type { Me } from '@danku/contract/auth.ts';
import type { Input } from '@danku/contract/endpoint.ts';

import { systemActor } from '../../db/actor.ts';
import type { OutsideContext } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { enterTenant, withoutTenant } from '../../db/tenant.ts';
import { Problem } from '../../problem.ts';
import { addMember } from './add-member.ts';
import { ensureAccount } from './ensure-account.ts';
import { findLink, useLink, type Link } from './find-link.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { requireStrongPassword } from './password-rules.ts';
import { presentMe } from './present-me.ts';
import { setPassword } from './set-password.ts';
import { startSession } from './start-session.ts';

/** Joins the organisation of the link and signs in. Whoever has an account already shows that it is theirs by its password. */
export async function acceptInvitation(
  context: OutsideContext,
  { params, body }: Input<typeof contract.auth.acceptInvitation>,
): Promise<Me> {
  const { services, now, visitor } = context;
  const link = await withoutTenant(services.database, (tx) => findLink(tx, params.token, now, 'invite'));
  const { tenantId, email, roleIds } = link;
  if (tenantId === null || email === null) {
    throw new Problem('not-found');
  }
  const newHash = await passwordFor(context, link, body);
  return withoutTenant(services.database, async (outside) => {
    await useLink(outside, link, now);
    const account = await ensureAccount(outside, { email, name: body.name, passwordHash: newHash, locale: body.locale }, now);
    if (newHash !== null && !account.isNew) {
      await setPassword(outside, { accountId: account.id, hash: newHash }, now);
    }
    const tx = await enterTenant(outside, tenantId);
    const memberId = await addMember(tx, { accountId: account.id, name: body.name, email, roleIds }, now);
    const sessionId = await startSession(tx, context, account.id);
    const actor = {
      ...systemActor(tenantId, now),
      memberId,
      name: body.name,
      via: 'session' as const,
      sessionId,
      ip: visitor.ip,
      requestId: visitor.requestId,
    };
    await record({ tx, actor, now }, { type: 'member.joined', subjectId: memberId, payload: { email } });
    return presentMe(tx, {
      account: { id: account.id, email, name: body.name, locale: body.locale, preferences: {} },
      actor: null,
      roles: [],
    });
  });
}

/** The hash to set, or null for an account that keeps its password. */
async function passwordFor(
  { services }: OutsideContext,
  { email, passwordHash }: Link,
  body: { name: string; password: string },
): Promise<string | null> {
  if (passwordHash === null) {
    requireStrongPassword(body.password, '/password', [email ?? '', body.name]);
    return hashPassword(body.password);
  }
  const key = `link:${email ?? ''}`;
  await services.signInLimits.byAccount.spend(key);
  if (!(await isPassword(body.password, passwordHash))) {
    throw new Problem('wrong-credentials', { errors: [{ path: '/password', code: 'invalid-value' }] });
  }
  await services.signInLimits.byAccount.forgive(key);
  return null;
}
