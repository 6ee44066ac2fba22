import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { selectMembers, type MemberRow } from './present-member.ts';

/** Throws not-found. `locked`: nobody else changes the member before this transaction ends. */
export async function findMember({ tx }: Pick<Context, 'tx'>, id: string, { locked = false } = {}): Promise<MemberRow> {
  const { rows } = await tx.sql.query<MemberRow>(`${selectMembers} WHERE m.id = $1 ${locked ? 'FOR UPDATE OF m' : ''}`, [id]);
  const [member] = rows;
  if (member === undefined) {
    throw new Problem('not-found');
  }
  return member;
}
