import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { z } from 'zod';

import { createBinder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { pageOf, readCursor } from '../../db/page.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { presentProduct, selectProducts, type ProductRow } from './present-product.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);

export async function listProducts(
  context: Context,
  { query }: Input<typeof contract.masterData.listProducts>,
): Promise<Reply<typeof contract.masterData.listProducts>> {
  requirePermission(context, 'product.read');
  const { bind, values } = createBinder();
  const conditions = ['true'];
  const after = readCursor(query.cursor, Cursor);
  if (after !== null) {
    conditions.push(`(p.name, p.id) > (${bind(after[0])}, ${bind(after[1])}::uuid)`);
  }
  if (query.active !== undefined) {
    conditions.push(`p.is_active = ${bind(query.active)}`);
  }
  if (query.q !== undefined) {
    const q = bind(query.q.trim().toLowerCase());
    conditions.push(`(strpos(lower(p.name), ${q}) > 0 OR strpos(lower(p.code), ${q}) > 0 OR strpos(p.pinyin, ${q}) > 0)`);
  }
  const { rows } = await context.tx.sql.query<ProductRow>(
    `${selectProducts} WHERE ${conditions.join(' AND ')} ORDER BY p.name, p.id LIMIT ${bind(query.limit + 1)}`,
    values,
  );
  return pageOf(rows, query.limit, { present: presentProduct, keyOf: ({ name, id }) => [name, id] });
}
