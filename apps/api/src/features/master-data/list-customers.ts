import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { z } from 'zod';

import { createBinder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { pageOf, readCursor } from '../../db/page.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { reachable } from './find-customer.ts';
import { presentCustomer, selectCustomers, type CustomerRow } from './present-customer.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);

/** Customers by name, as far as one's right to read them reaches. */
export async function listCustomers(
  context: Context,
  { query }: Input<typeof contract.masterData.listCustomers>,
): Promise<Reply<typeof contract.masterData.listCustomers>> {
  requirePermission(context, 'customer.read');
  const binder = createBinder();
  const { bind, values } = binder;
  const conditions = [reachable(context, 'customer.read', binder)];
  const after = readCursor(query.cursor, Cursor);
  if (after !== null) {
    conditions.push(`(c.name, c.id) > (${bind(after[0])}, ${bind(after[1])}::uuid)`);
  }
  if (query.groupId !== undefined) {
    conditions.push(`c.group_id = ${bind(query.groupId)}`);
  }
  if (query.active !== undefined) {
    conditions.push(`c.is_active = ${bind(query.active)}`);
  }
  if (query.q !== undefined) {
    const q = bind(query.q.trim().toLowerCase());
    const places = ['lower(c.name)', 'lower(c.code)', 'lower(c.tax_id)', 'c.pinyin'];
    conditions.push(`(${places.map((place) => `strpos(${place}, ${q}) > 0`).join(' OR ')})`);
  }
  const { rows } = await context.tx.sql.query<CustomerRow>(
    `${selectCustomers} WHERE ${conditions.join(' AND ')} ORDER BY c.name, c.id LIMIT ${bind(query.limit + 1)}`,
    values,
  );
  return pageOf(rows, query.limit, { present: presentCustomer, keyOf: ({ name, id }) => [name, id] });
}
