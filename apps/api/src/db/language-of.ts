import { defaultLanguage, isLanguage, type Language } from '@danku/words/language.ts';

import type { Context } from './context.ts';

/** The language a person reads, for what the server writes to them: exports, prints, mail. */
export async function languageOf({ tx, actor }: Pick<Context, 'tx' | 'actor'>): Promise<Language> {
  const { rows } = await tx.sql.query<{ locale: string }>('SELECT locale FROM identity.accounts WHERE id = $1', [
    actor.accountId,
  ]);
  const locale = rows[0]?.locale;
  return isLanguage(locale) ? locale : defaultLanguage;
}
