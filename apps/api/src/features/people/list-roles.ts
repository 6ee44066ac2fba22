import type { contract } from '@danku/contract';
import type { Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { presentRole, selectRoles, type RoleRow } from './present-role.ts';

export async function listRoles(context: Context): Promise<Reply<typeof contract.people.listRoles>> {
  requirePermission(context, 'member.read');
  const { rows } = await context.tx.sql.query<RoleRow>(`${selectRoles} ORDER BY r.is_builtin DESC, r.name, r.id`);
  return { items: rows.map(presentRole) };
}
