import type { contract } from '@danku/contract';
import type { Me } from '@danku/contract/auth.ts';
import type { Input } from '@danku/contract/endpoint.ts';

import type { AccountContext } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { presentMe } from './present-me.ts';

const mostPreferences = 50;

/** Preferences that are given join those that are there; null takes one away. */
export async function changeMe(
  { tx, account, actor, roles }: AccountContext,
  { body }: Input<typeof contract.auth.changeMe>,
): Promise<Me> {
  requireOwnSession(account.sessionId);
  const { name = account.name, locale = account.locale } = body;
  const joined = Object.entries({ ...account.preferences, ...body.preferences }).filter(([, value]) => value !== null);
  if (joined.length > mostPreferences) {
    throw new Problem('invalid', {
      errors: [{ path: '/preferences', code: 'too-long', params: { maximum: String(mostPreferences) } }],
    });
  }
  const preferences = Object.fromEntries(joined);
  await tx.sql.query('UPDATE identity.accounts SET name = $2, locale = $3, preferences = $4 WHERE id = $1', [
    account.id,
    name,
    locale,
    JSON.stringify(preferences),
  ]);
  return presentMe(tx, { account: { ...account, name, locale, preferences }, actor, roles });
}

/** An access token acts in one organisation; the account itself belongs to the person, who signs in for it. */
export function requireOwnSession(sessionId: string | null): string {
  if (sessionId === null) {
    throw new Problem('forbidden', { detail: 'This needs a signed-in person, not an access token.' });
  }
  return sessionId;
}
