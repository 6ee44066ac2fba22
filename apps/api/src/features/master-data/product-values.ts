import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import { pinyinInitials } from './pinyin-initials.ts';
import { requireText, tidyText } from './tidy.ts';

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
