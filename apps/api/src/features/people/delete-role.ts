import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { isPromised } from '../../db/open-links.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { Problem } from '../../problem.ts';
import { lockRole } from './find-role.ts';

export async function deleteRole(context: Context, { params }: Input<typeof contract.people.deleteRole>): Promise<undefined> {
  requirePermission(context, 'role.manage');
  const role = await lockRole(context, params.id);
  if (role.isBuiltin) {
    throw new Problem('conflict', { reasons: ['builtin-role'] });
  }
  if (role.memberCount > 0 || (await isPromised(context, role.id))) {
    throw new Problem('conflict', { reasons: ['role-in-use'] });
  }
  await context.tx.sql.query('DELETE FROM app.roles WHERE id = $1', [role.id]);
  await record(context, { type: 'role.deleted', subjectId: role.id, payload: { key: role.key } });
}
