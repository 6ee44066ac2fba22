import type { Role } from '@danku/contract/people.ts';
import { isPermission, scopes } from '@danku/domain/access/permissions.ts';

import type { Context } from '../../db/context.ts';
import { fieldProblem, Problem } from '../../problem.ts';

export type RoleRow = {
  id: string;
  key: string;
  name: string;
  permissions: string[];
  scope: string;
  isBuiltin: boolean;
  /** How many people hold it, those without access included: they would have it again. */
  memberCount: number;
  version: number;
};

export const selectRoles = `
  SELECT r.id, r.key, r.name, r.permissions, r.scope, r.is_builtin AS "isBuiltin",
    (SELECT count(*)::int FROM app.member_roles mr WHERE mr.role_id = r.id) AS "memberCount", r.version
  FROM app.roles r`;

/** Throws not-found. Nobody else changes the role before this transaction ends. */
export async function lockRole({ tx }: Pick<Context, 'tx'>, id: string): Promise<RoleRow> {
  const { rows } = await tx.sql.query<RoleRow>(`${selectRoles} WHERE r.id = $1 FOR UPDATE OF r`, [id]);
  const [role] = rows;
  if (role === undefined) {
    throw new Problem('not-found');
  }
  return role;
}

/** The roles with these ids. Throws invalid at the first id that is none. */
export async function findRoles({ tx }: Pick<Context, 'tx'>, ids: readonly string[]): Promise<RoleRow[]> {
  const { rows } = await tx.sql.query<RoleRow>(`${selectRoles} WHERE r.id = ANY ($1::uuid[]) ORDER BY r.key`, [ids]);
  const missing = ids.findIndex((id) => !rows.some((role) => role.id === id));
  if (missing !== -1) {
    throw fieldProblem(`/roleIds/${missing}`, 'unknown');
  }
  return rows;
}

export function presentRole(row: RoleRow): Role {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    permissions: row.permissions.filter((name) => isPermission(name)),
    scope: scopes.find((scope) => scope === row.scope) ?? 'own',
    isBuiltin: row.isBuiltin,
    memberCount: row.memberCount,
    version: row.version,
  };
}
