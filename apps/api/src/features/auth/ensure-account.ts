import type { Language } from '@danku/words/language.ts';

import type { Tx } from '../../db/tx.ts';
import { uuid7 } from '../../db/uuid7.ts';

export interface NewAccount {
  email: string;
  name: string;
  passwordHash: string | null;
  locale: Language;
}

/** The account of this address, made when there is none. An account that exists keeps its name and password. */
export async function ensureAccount(
  tx: Tx,
  { email, name, passwordHash, locale }: NewAccount,
  now: Date,
): Promise<{ id: string; isNew: boolean }> {
  const { rows } = await tx.sql.query<{ id: string; isNew: boolean }>(
    `INSERT INTO identity.accounts (id, email, name, password_hash, locale, password_changed_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6)
     ON CONFLICT (email) DO UPDATE SET email = excluded.email
     RETURNING id, id = $1 AS "isNew"`,
    [uuid7(now), normaliseEmail(email), name, passwordHash, locale, now],
  );
  const [account] = rows;
  if (account === undefined) {
    throw new Error('An account was neither made nor found.');
  }
  return account;
}

/** Addresses differ in case only by typing, so they are kept in lower case. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}
