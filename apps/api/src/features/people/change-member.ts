import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Member } from '@danku/contract/people.ts';

import { changesOf } from '../../db/changes.ts';
import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { fieldProblem } from '../../problem.ts';
import { findMember } from './find-member.ts';
import { presentMember, type MemberRow } from './present-member.ts';

export async function changeMember(
  context: Context,
  { params, body }: Input<typeof contract.people.changeMember>,
): Promise<Member> {
  requirePermission(context, 'account.manage');
  const member = await findMember(context, params.id, { locked: true });
  requireVersion(presentMember(member), body.version);
  if (body.customerGroupIds !== undefined) {
    await replaceGroups(context, member, body.customerGroupIds);
  }
  await context.tx.sql.query('UPDATE app.members SET name = $2, version = version + 1 WHERE id = $1 AND version = $3', [
    member.id,
    body.name?.trim() ?? member.name,
    member.version,
  ]);
  const changed = await findMember(context, member.id);
  const changes = changesOf(loggedOf(member), loggedOf(changed), ['name', 'customerGroups']);
  await record(context, { type: 'member.changed', subjectId: member.id, payload: { changes } });
  return presentMember(changed);
}

async function replaceGroups({ tx }: Context, member: MemberRow, groupIds: readonly string[]): Promise<void> {
  await tx.sql.query('DELETE FROM app.member_customer_groups WHERE member_id = $1', [member.id]);
  const { rows } = await tx.sql.query<{ id: string }>(
    `INSERT INTO app.member_customer_groups (member_id, group_id)
     SELECT $1, g.id FROM app.customer_groups g WHERE g.id = ANY ($2::uuid[]) RETURNING group_id AS id`,
    [member.id, groupIds],
  );
  const missing = groupIds.findIndex((id) => !rows.some((row) => row.id === id));
  if (missing !== -1) {
    throw fieldProblem(`/customerGroupIds/${missing}`, 'unknown');
  }
}

function loggedOf({ name, customerGroups }: MemberRow) {
  return { name, customerGroups: customerGroups.map((group) => group.name) };
}
