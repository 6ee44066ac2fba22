import { administratorRoles, rolesMayMeet } from '@danku/domain/access/roles.ts';

import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';

interface Keyed {
  key: string;
}

export function isAdministrator(roles: readonly Keyed[]): boolean {
  return roles.some(({ key }) => administratorRoles.some((role) => role === key));
}

/** Throws conflict where one person would be an administrator and something else. */
export function requireRolesMeet(roles: readonly Keyed[]): void {
  if (!rolesMayMeet(roles.map(({ key }) => key))) {
    throw new Problem('conflict', { reasons: ['roles-exclude-each-other'] });
  }
}

/**
 * Until the security administrator has come, the founder gives business roles and invites the other two; from then on
 * only the security administrator decides about roles.
 */
export async function hasSecurityAdmin(context: Pick<Context, 'tx'>): Promise<boolean> {
  return (await activeHolders(context, 'security-admin', null)) > 0;
}

/** Lets changes of who administers happen one after another: of two who remove each other at once, one must stay. */
export async function lockAdministration({ tx }: Pick<Context, 'tx'>): Promise<void> {
  await tx.sql.query(`SELECT FROM app.roles WHERE key = ANY ($1::text[]) ORDER BY key FOR UPDATE`, [administratorRoles]);
}

/** Without them nobody could open an account or give a role again. Throws conflict. Asked after lockAdministration. */
export async function requireOthersRemain(
  context: Pick<Context, 'tx'>,
  member: { id: string; isActive: boolean },
  lost: readonly Keyed[],
): Promise<void> {
  for (const key of ['system-admin', 'security-admin']) {
    const loses = member.isActive && lost.some((role) => role.key === key);
    if (loses && (await activeHolders(context, key, member.id)) === 0) {
      throw new Problem('conflict', { reasons: ['last-administrator'] });
    }
  }
}

async function activeHolders({ tx }: Pick<Context, 'tx'>, key: string, exceptId: string | null): Promise<number> {
  const { rows } = await tx.sql.query<{ holders: number }>(
    `SELECT count(*)::int AS holders FROM app.roles r
     JOIN app.member_roles mr ON mr.tenant_id = r.tenant_id AND mr.role_id = r.id
     JOIN app.members m ON m.tenant_id = mr.tenant_id AND m.id = mr.member_id AND m.is_active
     WHERE r.key = $1 AND m.id IS DISTINCT FROM $2`,
    [key, exceptId],
  );
  return rows[0]?.holders ?? 0;
}
