import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Member } from '@danku/contract/people.ts';

import { setMembership } from '../../db/account-access.ts';
import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { findMember } from './find-member.ts';
import { presentMember } from './present-member.ts';

/** Opens access again, with the roles the person had. They sign in anew. */
export async function reactivateMember(
  context: Context,
  { params, body }: Input<typeof contract.people.reactivateMember>,
): Promise<Member> {
  requirePermission(context, 'account.manage');
  const member = await findMember(context, params.id, { locked: true });
  requireVersion(presentMember(member), body.version);
  if (member.isActive) {
    return presentMember(member);
  }
  await setMembership(context, member.accountId, true);
  await context.tx.sql.query(
    'UPDATE app.members SET is_active = true, deactivated_at = NULL, version = version + 1 WHERE id = $1 AND version = $2',
    [member.id, member.version],
  );
  await record(context, { type: 'member.reactivated', subjectId: member.id, payload: { email: member.email } });
  return presentMember(await findMember(context, member.id));
}
