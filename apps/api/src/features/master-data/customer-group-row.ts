import type { contract } from '@danku/contract';
import type { Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';

export type CustomerGroupRow = { id: string; name: string; customerCount: number; version: number };
type CustomerGroup = Reply<typeof contract.masterData.createCustomerGroup>;

export const selectCustomerGroups = `
  SELECT g.id, g.name, (SELECT count(*)::int FROM app.customers c WHERE c.group_id = g.id) AS "customerCount", g.version
  FROM app.customer_groups g`;

/** Throws not-found. Nobody else changes the group before this transaction ends. */
export async function lockCustomerGroup({ tx }: Pick<Context, 'tx'>, id: string): Promise<CustomerGroupRow> {
  const { rows } = await tx.sql.query<CustomerGroupRow>(`${selectCustomerGroups} WHERE g.id = $1 FOR UPDATE OF g`, [id]);
  const [group] = rows;
  if (group === undefined) {
    throw new Problem('not-found');
  }
  return group;
}

export function presentCustomerGroup({ id, name, customerCount, version }: CustomerGroupRow): CustomerGroup {
  return { id, name, customerCount, version };
}
