import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Product } from '@danku/contract/master-data.ts';

import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { pinyinInitials } from './pinyin-initials.ts';
import { requireText, tidyText } from './tidy.ts';

export type ProductRow = {
  id: string;
  code: string;
  name: string;
  specification: string | null;
  unit: string | null;
  unitPrice: string | null;
  taxRate: string | null;
  isActive: boolean;
  version: number;
};

/** The price without the zeros that its column adds. */
export const selectProducts = `
  SELECT p.id, p.code, p.name, p.specification, p.unit, trim_scale(p.unit_price)::text AS "unitPrice", p.tax_rate AS "taxRate",
    p.is_active AS "isActive", p.version
  FROM app.products p`;

/** Throws not-found. `locked`: nobody else changes it before this transaction ends. */
export async function findProduct({ tx }: Pick<Context, 'tx'>, id: string, { locked = false } = {}): Promise<ProductRow> {
  const { rows } = await tx.sql.query<ProductRow>(`${selectProducts} WHERE p.id = $1 ${locked ? 'FOR UPDATE' : ''}`, [id]);
  const [product] = rows;
  if (product === undefined) {
    throw new Problem('not-found');
  }
  return product;
}

type ProductBody = Input<typeof contract.masterData.createProduct>['body'];

/** What people may change of a product, for the log. */
export const productKeys = ['code', 'name', 'specification', 'unit', 'unitPrice', 'taxRate', 'isActive'] as const;

export function productValues(body: ProductBody) {
  const name = requireText('/name', body.name);
  return {
    code: requireText('/code', body.code),
    name,
    pinyin: pinyinInitials(name),
    specification: tidyText(body.specification),
    unit: tidyText(body.unit),
    unitPrice: body.unitPrice,
    taxRate: body.taxRate,
    isActive: body.isActive,
  };
}

export function presentProduct(row: ProductRow): Product {
  const { id, code, name, specification, unit, unitPrice, taxRate, isActive, version } = row;
  return { id, code, name, specification, unit, unitPrice, taxRate, isActive, version };
}
