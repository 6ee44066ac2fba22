import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Member } from '@danku/contract/people.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { Problem } from '../../problem.ts';
import {
  hasSecurityAdmin,
  isAdministrator,
  lockAdministration,
  requireOthersRemain,
  requireRolesMeet,
} from './administrators.ts';
import { findMember } from './find-member.ts';
import { findRoles } from './find-role.ts';
import { presentMember, type MemberRow } from './present-member.ts';
import type { RoleRow } from './present-role.ts';

/** Whoever loses or gains a right feels it at their next call: the door reads roles every time. */
export async function setMemberRoles(
  context: Context,
  { params, body }: Input<typeof contract.people.setMemberRoles>,
): Promise<Member> {
  requirePermission(context, 'role.manage', 'account.manage');
  await lockAdministration(context);
  const member = await findMember(context, params.id, { locked: true });
  const roles = await findRoles(context, body.roleIds);
  await requireMayGrant(context, member, roles);
  requireVersion(presentMember(member), body.version);
  requireRolesMeet(roles);
  const lost = member.roles.filter(({ id }) => !roles.some((role) => role.id === id));
  await requireOthersRemain(context, member, lost);

  await replaceRoles(context, member, roles);
  const payload = { before: keysOf(member.roles), after: keysOf(roles) };
  await record(context, { type: 'member.roles-changed', subjectId: member.id, payload });
  return presentMember(await findMember(context, member.id));
}

async function requireMayGrant(context: Context, member: MemberRow, roles: readonly RoleRow[]): Promise<void> {
  if (member.id === context.actor.memberId) {
    throw new Problem('forbidden', { reasons: ['own-roles'] });
  }
  if (context.actor.grants['role.manage'] !== undefined) {
    return;
  }
  if (await hasSecurityAdmin(context)) {
    throw new Problem('forbidden', { reasons: ['no-permission'], remedies: [{ code: 'ask-security-admin' }] });
  }
  if (isAdministrator(member.roles) || isAdministrator(roles)) {
    throw new Problem('forbidden', { reasons: ['administrator-role'] });
  }
}

async function replaceRoles({ tx }: Context, member: MemberRow, roles: readonly RoleRow[]): Promise<void> {
  await tx.sql.query('DELETE FROM app.member_roles WHERE member_id = $1', [member.id]);
  await tx.sql.query('INSERT INTO app.member_roles (member_id, role_id) SELECT $1, unnest($2::uuid[])', [
    member.id,
    roles.map(({ id }) => id),
  ]);
  await tx.sql.query('UPDATE app.members SET version = version + 1 WHERE id = $1 AND version = $2', [member.id, member.version]);
}

function keysOf(roles: readonly { key: string }[]): string[] {
  return roles.map(({ key }) => key).sort();
}
