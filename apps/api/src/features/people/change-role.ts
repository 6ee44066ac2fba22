import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Role } from '@danku/contract/people.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { Problem } from '../../problem.ts';
import { customKeyOf, requireBusinessRights, requireFreeKey } from './custom-role.ts';
import { lockRole } from './find-role.ts';
import { presentRole } from './present-role.ts';

/** Only a custom role can be changed; those every organisation has mean the same everywhere. */
export async function changeRole(context: Context, { params, body }: Input<typeof contract.people.changeRole>): Promise<Role> {
  requirePermission(context, 'role.manage');
  const role = await lockRole(context, params.id);
  requireVersion(presentRole(role), body.version);
  if (role.isBuiltin) {
    throw new Problem('conflict', { reasons: ['builtin-role'] });
  }
  requireBusinessRights(body.permissions);
  const [key, name, permissions] = [customKeyOf(body.name), body.name.trim(), [...new Set(body.permissions)]];
  await requireFreeKey(context, key, role.id);
  await context.tx.sql.query(
    'UPDATE app.roles SET key = $2, name = $3, permissions = $4, scope = $5, version = version + 1 WHERE id = $1 AND version = $6',
    [role.id, key, name, permissions, body.scope, role.version],
  );
  await record(context, { type: 'role.changed', subjectId: role.id, payload: { key, permissions, scope: body.scope } });
  return presentRole({ ...role, key, name, permissions, scope: body.scope, version: role.version + 1 });
}
