import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Role } from '@danku/contract/people.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { customKeyOf, requireBusinessRights, requireFreeKey } from './custom-role.ts';

export async function createRole(context: Context, { body }: Input<typeof contract.people.createRole>): Promise<Role> {
  requirePermission(context, 'role.manage');
  requireBusinessRights(body.permissions);
  const { tx, now } = context;
  const [id, key, permissions] = [uuid7(now), customKeyOf(body.name), [...new Set(body.permissions)]];
  await requireFreeKey(context, key);
  await tx.sql.query('INSERT INTO app.roles (id, key, name, permissions, scope) VALUES ($1, $2, $3, $4, $5)', [
    id,
    key,
    body.name.trim(),
    permissions,
    body.scope,
  ]);
  await record(context, { type: 'role.changed', subjectId: id, payload: { key, permissions, scope: body.scope } });
  return { id, key, name: body.name.trim(), permissions, scope: body.scope, isBuiltin: false, memberCount: 0, version: 1 };
}
