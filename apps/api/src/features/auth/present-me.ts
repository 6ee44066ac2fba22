import type { Me } from '@danku/contract/auth.ts';
import { isLanguage } from '@danku/words/language.ts';

import type { Actor } from '../../db/actor.ts';
import type { Account } from '../../db/account.ts';
import type { Tx } from '../../db/tx.ts';

export type Signed = { account: Omit<Account, 'sessionId'>; actor: Actor | null; roles: { key: string; name: string }[] };

export async function presentMe(tx: Tx, { account, actor, roles }: Signed): Promise<Me> {
  const { rows: organisations } = await tx.sql.query<{ id: string; slug: string; name: string }>(
    `SELECT o.id, o.slug, o.name FROM identity.memberships m JOIN identity.organisations o ON o.id = m.tenant_id
     WHERE m.account_id = $1 AND m.is_active ORDER BY o.name`,
    [account.id],
  );
  const { id, email, name, locale, preferences } = account;
  return {
    account: { id, email, name, locale: isLanguage(locale) ? locale : 'zh-CN', preferences },
    organisations,
    member: actor === null ? null : presentMember(actor, roles),
  };
}

function presentMember({ memberId, name, tenantId, grants, timeZone, currency }: Actor, roles: { key: string; name: string }[]) {
  return { id: memberId, name, tenantId, roles, grants, timeZone, currency };
}
