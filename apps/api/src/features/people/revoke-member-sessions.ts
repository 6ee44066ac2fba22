import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import { endSessions, endTokens } from '../../db/account-access.ts';
import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { findMember } from './find-member.ts';

export async function revokeMemberSessions(
  context: Context,
  { params }: Input<typeof contract.people.revokeMemberSessions>,
): Promise<Reply<typeof contract.people.revokeMemberSessions>> {
  requirePermission(context, 'session.manage');
  const { id, accountId } = await findMember(context, params.id);
  const person = { memberId: id, accountId };
  const ended = [...(await endSessions(context, person)), ...(await endTokens(context, person))];
  await record(context, ended);
  return { revoked: ended.length };
}
