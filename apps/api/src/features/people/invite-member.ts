import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { makeLink } from '../../db/make-link.ts';
import { endInvitations } from '../../db/open-links.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { Problem } from '../../problem.ts';
import { hasSecurityAdmin, isAdministrator, requireRolesMeet } from './administrators.ts';
import { findRoles } from './find-role.ts';
import type { RoleRow } from './present-role.ts';

const validHours = 24 * 7;

/** The link is shown to whoever invites, this once, to be sent by whatever means they trust. A new one ends the old. */
export async function inviteMember(
  context: Context,
  { body }: Input<typeof contract.people.inviteMember>,
): Promise<Reply<typeof contract.people.inviteMember>> {
  requirePermission(context, 'account.manage', 'role.manage');
  const roles = await findRoles(context, body.roleIds);
  await requireMayInvite(context, roles);
  requireRolesMeet(roles);
  const email = body.email.trim().toLowerCase();
  await requireStranger(context, email);

  // A spare link to an administrator's role would outlive the time of founding.
  const administrators = roles.filter((role) => isAdministrator([role]));
  await endInvitations(context, email, idsOf(administrators));
  const { tx, actor, services, now } = context;
  const invited = { tenantId: tx.tenantId, email, name: body.name.trim(), roleIds: idsOf(roles), createdBy: actor.memberId };
  const link = await makeLink(tx, services, { purpose: 'invite', ...invited, hours: validHours }, now);
  await record(context, { type: 'member.invited', subjectId: null, payload: { email, roles: roles.map(({ key }) => key) } });
  return { url: link.url, expiresAt: link.expiresAt.toISOString() };
}

/** People of the business are invited by the system administrator; administrators by the security administrator, once there is one. */
async function requireMayInvite(context: Context, roles: readonly RoleRow[]): Promise<void> {
  if (!isAdministrator(roles)) {
    requirePermission(context, 'account.manage');
    return;
  }
  if (await hasSecurityAdmin(context)) {
    requirePermission(context, 'role.manage');
    return;
  }
  requirePermission(context, 'account.manage');
  if (roles.some(({ key }) => key === 'system-admin')) {
    throw new Problem('forbidden', { reasons: ['administrator-role'], remedies: [{ code: 'ask-security-admin' }] });
  }
}

async function requireStranger({ tx }: Context, email: string): Promise<void> {
  const { rowCount } = await tx.sql.query('SELECT FROM app.members WHERE email = $1', [email]);
  if (rowCount !== 0) {
    throw new Problem('already-exists', { errors: [{ path: '/email', code: 'duplicate' }] });
  }
}

function idsOf(roles: readonly RoleRow[]): string[] {
  return roles.map(({ id }) => id);
}
