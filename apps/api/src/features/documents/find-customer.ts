import { isInScope } from '@danku/domain/access/gate.ts';

import type { Context } from '../../db/context.ts';
import { fieldProblem } from '../../problem.ts';
import type { Customer } from './save-content.ts';

export const noCustomer: Customer = { id: null, groupId: null, ownerId: null };

/**
 * The customer a draft names; a merged one stands for the one it was merged into. Throws invalid for an unknown one and,
 * unless the document has it already (`isKept`), for one that the person may not read.
 */
export async function findCustomer(
  { tx, actor }: Pick<Context, 'tx' | 'actor'>,
  id: string | null,
  { isKept = false }: { isKept?: boolean } = {},
): Promise<Customer> {
  if (id === null) {
    return noCustomer;
  }
  const { rows } = await tx.sql.query<{ id: string; groupId: string | null; ownerId: string | null }>(
    `SELECT c.id, c.group_id AS "groupId", c.owner_id AS "ownerId" FROM app.customers named
     JOIN app.customers c ON c.id = coalesce(named.merged_into_id, named.id) WHERE named.id = $1`,
    [id],
  );
  const [customer] = rows;
  if (
    customer === undefined ||
    !(isKept || isInScope(actor, 'customer.read', { ...customer, createdBy: '', customerGroupId: customer.groupId }))
  ) {
    throw fieldProblem('/customerId', 'unknown-customer');
  }
  return customer;
}
