import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { selectCustomerGroups, type CustomerGroupRow } from './present-customer-group.ts';

/** Throws not-found. Nobody else changes the group before this transaction ends. */
export async function lockCustomerGroup({ tx }: Pick<Context, 'tx'>, id: string): Promise<CustomerGroupRow> {
  const { rows } = await tx.sql.query<CustomerGroupRow>(`${selectCustomerGroups} WHERE g.id = $1 FOR UPDATE OF g`, [id]);
  const [group] = rows;
  if (group === undefined) {
    throw new Problem('not-found');
  }
  return group;
}
