import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Customer } from '@danku/contract/master-data.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import { findCustomer, readCustomerRow, seekCustomer } from './find-customer.ts';
import { presentCustomer } from './present-customer.ts';

/** The merged customer points to the other from now on; no document is touched. Those merged into it before point there as well. */
export async function mergeCustomer(
  context: Context,
  { params, body }: Input<typeof contract.masterData.mergeCustomer>,
): Promise<Customer> {
  requirePermission(context, 'customer.manage');
  const { tx } = context;
  // Both in one order, so that two opposite merges wait for each other instead of making a circle.
  await tx.sql.query('SELECT FROM app.customers WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [[params.id, body.intoId]]);
  const customer = await findCustomer(context, { id: params.id, permission: 'customer.manage', isLocked: true });
  requireVersion(presentCustomer(customer), body.version);
  if (customer.id === body.intoId) {
    throw new Problem('conflict', { reasons: ['same-customer'] });
  }
  const target = await seekCustomer(context, { id: body.intoId, permission: 'customer.manage' });
  if (target === undefined) {
    throw fieldProblem('/intoId', 'unknown');
  }
  if (customer.mergedIntoId !== null || target.mergedIntoId !== null) {
    throw new Problem('conflict', { reasons: ['customer-merged'] });
  }
  await tx.sql.query(
    `UPDATE app.customers SET merged_into_id = $2, is_active = false, version = version + 1
     WHERE id = $1 AND version = $3 OR merged_into_id = $1`,
    [customer.id, target.id, customer.version],
  );
  await record(context, { type: 'customer.merged', subjectId: customer.id, payload: { intoId: target.id } });
  return presentCustomer(await readCustomerRow(context, customer.id));
}
