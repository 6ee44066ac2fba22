import type { Product } from '@danku/contract/master-data.ts';

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

export function presentProduct(row: ProductRow): Product {
  const { id, code, name, specification, unit, unitPrice, taxRate, isActive, version } = row;
  return { id, code, name, specification, unit, unitPrice, taxRate, isActive, version };
}
