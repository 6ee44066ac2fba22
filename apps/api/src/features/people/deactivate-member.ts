import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Member } from '@danku/contract/people.ts';
import type { DomainEvent } from '@danku/domain/events.ts';

import { belongsElsewhere, endSessions, endTokens, setMembership } from '../../db/account-access.ts';
import type { Context } from '../../db/context.ts';
import { endResetLinks } from '../../db/open-links.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { lockAdministration, requireOthersRemain } from './administrators.ts';
import { findHeir } from './find-heir.ts';
import { findMember } from './find-member.ts';
import { passOnQuestions } from './pass-on-questions.ts';
import { presentMember, type MemberRow } from './present-member.ts';
import { reassignWork } from './reassign-work.ts';

/** Closes a person's access at once and leaves nothing waiting for them. What they did stays theirs. */
export async function deactivateMember(
  context: Context,
  { params, body }: Input<typeof contract.people.deactivateMember>,
): Promise<Member> {
  requirePermission(context, 'account.manage');
  await lockAdministration(context);
  const member = await findMember(context, params.id, { locked: true });
  requireVersion(presentMember(member), body.version);
  await requireOthersRemain(context, member, member.roles);
  const heir = await findHeir(context, body.reassignTo, member.id);

  const moved = [...(await reassignWork(context, member.id, heir)), ...(await passOnQuestions(context, member.id, heir))];
  const ended = await endAccess(context, member);
  await context.tx.sql.query(
    'UPDATE app.members SET is_active = false, deactivated_at = $2, version = version + 1 WHERE id = $1 AND version = $3',
    [member.id, context.now, member.version],
  );
  const reassigned = moved.filter(({ type }) => type === 'document.transferred').length;
  await record(context, [...moved, ...ended, { type: 'member.deactivated', subjectId: member.id, payload: { reassigned } }]);
  return presentMember(await findMember(context, member.id));
}

/** Someone who also works elsewhere stays signed in there: here, the door is closed to every session of theirs. */
async function endAccess(context: Context, { id, accountId }: MemberRow): Promise<DomainEvent[]> {
  const person = { memberId: id, accountId };
  await setMembership(context, accountId, false);
  await endResetLinks(context, accountId);
  const tokens = await endTokens(context, person);
  return (await belongsElsewhere(context, accountId)) ? tokens : [...tokens, ...(await endSessions(context, person))];
}
