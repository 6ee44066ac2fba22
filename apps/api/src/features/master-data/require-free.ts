import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';

/** What is unique within an organisation, and where the input names it. */
const keys = {
  customers: { column: 'code', path: '/code' },
  products: { column: 'code', path: '/code' },
  customer_groups: { column: 'name', path: '/name' },
  legal_entities: { column: 'tax_id', path: '/taxId' },
} as const;

/** Throws already-exists at the field. What another organisation has is not seen; a race is decided by the unique index. */
export async function requireFree(
  { tx }: Pick<Context, 'tx'>,
  table: keyof typeof keys,
  value: string,
  exceptId: string | null = null,
): Promise<void> {
  const { column, path } = keys[table];
  const { rowCount } = await tx.sql.query(`SELECT FROM app.${table} WHERE ${column} = $1 AND id IS DISTINCT FROM $2`, [
    value,
    exceptId,
  ]);
  if (rowCount !== 0) {
    throw new Problem('already-exists', { errors: [{ path, code: 'duplicate' }] });
  }
}
