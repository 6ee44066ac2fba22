import type { Role } from '@danku/contract/people.ts';
import { isPermission, scopes } from '@danku/domain/access/permissions.ts';

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
