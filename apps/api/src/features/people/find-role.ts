import type { Context } from '../../db/context.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import { selectRoles, type RoleRow } from './present-role.ts';

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
