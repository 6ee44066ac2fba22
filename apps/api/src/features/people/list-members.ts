import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { z } from 'zod';

import { createBinder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { pageOf, readCursor } from '../../db/page.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { presentMember, selectMembers, type MemberRow } from './present-member.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);

/** The people of the organisation by name. */
export async function listMembers(
  context: Context,
  { query }: Input<typeof contract.people.listMembers>,
): Promise<Reply<typeof contract.people.listMembers>> {
  requirePermission(context, 'member.read');
  const { bind, values } = createBinder();
  const conditions = ['true'];
  const after = readCursor(query.cursor, Cursor);
  if (after !== null) {
    conditions.push(`(m.name, m.id) > (${bind(after[0])}, ${bind(after[1])}::uuid)`);
  }
  if (query.active !== undefined) {
    conditions.push(`m.is_active = ${bind(query.active)}`);
  }
  if (query.q !== undefined) {
    const q = bind(query.q.trim().toLowerCase());
    conditions.push(`(strpos(lower(m.name), ${q}) > 0 OR strpos(m.email, ${q}) > 0)`);
  }
  const { rows } = await context.tx.sql.query<MemberRow>(
    `${selectMembers} WHERE ${conditions.join(' AND ')} ORDER BY m.name, m.id LIMIT ${bind(query.limit + 1)}`,
    values,
  );
  return pageOf(rows, query.limit, { present: presentMember, keyOf: ({ name, id }) => [name, id] });
}
