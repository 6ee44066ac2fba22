import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { selectProducts, type ProductRow } from './present-product.ts';

/** Throws not-found. `locked`: nobody else changes it before this transaction ends. */
export async function findProduct({ tx }: Pick<Context, 'tx'>, id: string, { locked = false } = {}): Promise<ProductRow> {
  const { rows } = await tx.sql.query<ProductRow>(`${selectProducts} WHERE p.id = $1 ${locked ? 'FOR UPDATE' : ''}`, [id]);
  const [product] = rows;
  if (product === undefined) {
    throw new Problem('not-found');
  }
  return product;
}
