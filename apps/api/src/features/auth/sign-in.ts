import { createHash } from 'node:crypto';

import type { contract } from '@danku/contract';
import type { Me } from '@danku/contract/auth.ts';
import type { Input } from '@danku/contract/endpoint.ts';
import { Strategy as LocalStrategy } from 'passport-local';

import type { OutsideContext, Services } from '../../db/context.ts';
import { withoutTenant } from '../../db/tenant.ts';
import { ask } from '../../http/session.ts';
import { Problem } from '../../problem.ts';
import { normaliseEmail } from './ensure-account.ts';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';
import { presentMe } from './present-me.ts';
import { recordInOrganisations } from './record-in-organisations.ts';
import { startSession } from './start-session.ts';

interface Known {
  id: string;
  email: string;
  name: string;
  locale: string;
  preferences: Record<string, unknown>;
  passwordHash: string | null;
}

/**
 * Right or wrong, known or unknown, the answer to a failure is the same and takes as long. Every try is counted before
 * the password is looked at; a right one is forgiven.
 */
export async function signIn(context: OutsideContext, { body }: Pick<Input<typeof contract.auth.signIn>, 'body'>): Promise<Me> {
  const { services, visitor } = context;
  const accountKey = createHash('sha256').update(normaliseEmail(body.email)).digest('hex');
  const address = visitor.ip ?? 'unknown';
  await services.signInLimits.byAddress.spend(address);
  await services.signInLimits.byAccount.spend(accountKey);
  const account = await byPassword(services, body);
  if (account === null) {
    throw new Problem('wrong-credentials');
  }
  await services.signInLimits.byAccount.forgive(accountKey);
  // A whole office behind one address may sign in; only what it gets wrong counts.
  await services.signInLimits.byAddress.refund(address);
  const renewed = account.passwordHash !== null && isOutdated(account.passwordHash) ? await hashPassword(body.password) : null;
  return withoutTenant(services.database, async (tx) => {
    if (renewed !== null) {
      await tx.sql.query('UPDATE identity.accounts SET password_hash = $2 WHERE id = $1', [account.id, renewed]);
    }
    const sessionId = await startSession(tx, context, account.id);
    const me = await presentMe(tx, { account, actor: null, roles: [] });
    const person = { accountId: account.id, name: account.name, sessionId };
    await recordInOrganisations(tx, person, context, (memberId) => ({
      type: 'account.signed-in',
      subjectId: memberId,
      payload: { ip: visitor.ip },
    }));
    return me;
  });
}

/** passport's local strategy says which fields are asked for; whether they are right is said by `find` and the hash. */
const local = new LocalStrategy({ usernameField: 'email', session: false }, (email, password, done) =>
  done(null, { email, password }),
);

async function byPassword(services: Services, body: { email: string; password: string }): Promise<Known | null> {
  if ((await ask(local, { headers: {}, body, query: {} })) === null) {
    return null;
  }
  const found = await find(services, body.email);
  const isRight = await isPassword(body.password, found?.passwordHash ?? null);
  return isRight && found !== undefined ? found : null;
}

async function find({ database }: Services, email: string): Promise<Known | undefined> {
  return withoutTenant(database, async (tx) => {
    const { rows } = await tx.sql.query<Known>(
      `SELECT id, email, name, locale, preferences, password_hash AS "passwordHash"
       FROM identity.accounts WHERE email = $1 AND disabled_at IS NULL`,
      [normaliseEmail(email)],
    );
    return rows[0];
  });
}
