import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import { belongsElsewhere } from '../../db/account-access.ts';
import type { Context } from '../../db/context.ts';
import { makeLink } from '../../db/make-link.ts';
import { endResetLinks } from '../../db/open-links.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { Problem } from '../../problem.ts';
import { isAdministrator } from './administrators.ts';
import { findMember } from './find-member.ts';
import type { MemberRow } from './present-member.ts';

const validHours = 24;

export async function makeResetLink(
  context: Context,
  { params }: Input<typeof contract.people.makeResetLink>,
): Promise<Reply<typeof contract.people.makeResetLink>> {
  requirePermission(context, 'account.manage');
  const member = await findMember(context, params.id, { locked: true });
  await requireResettable(context, member);
  await endResetLinks(context, member.accountId);
  const { tx, actor, services, now } = context;
  const { accountId, email, name } = member;
  const reset = { tenantId: tx.tenantId, accountId, email, name, createdBy: actor.memberId };
  const link = await makeLink(tx, services, { purpose: 'reset', ...reset, hours: validHours }, now);
  await record(context, { type: 'account.reset-link-made', subjectId: member.id, payload: { memberId: member.id } });
  return { url: link.url, expiresAt: link.expiresAt.toISOString() };
}

/**
 * Whoever holds the link becomes the account. So it is not made for another administrator, whose power the maker must
 * not gain, nor for someone who also works elsewhere: the operator resets those from the command line.
 */
async function requireResettable(context: Context, member: MemberRow): Promise<void> {
  if (!member.isActive) {
    throw new Problem('forbidden', { reasons: ['deactivated'] });
  }
  if (isAdministrator(member.roles)) {
    throw new Problem('forbidden', { reasons: ['administrator-account'] });
  }
  if (await belongsElsewhere(context, member.accountId)) {
    throw new Problem('forbidden', { reasons: ['belongs-elsewhere'] });
  }
}
