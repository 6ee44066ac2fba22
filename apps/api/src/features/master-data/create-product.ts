import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Product } from '@danku/contract/master-data.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { findProduct } from './find-product.ts';
import { presentProduct } from './present-product.ts';
import { productValues } from './product-values.ts';
import { requireFree } from './require-free.ts';

export async function createProduct(
  context: Context,
  { body }: Input<typeof contract.masterData.createProduct>,
): Promise<Product> {
  requirePermission(context, 'product.manage');
  const values = productValues(body);
  await requireFree(context, 'products', values.code);
  const id = uuid7(context.now);
  await context.tx.prisma.product.create({ data: { id, createdAt: context.now, ...values } });
  await record(context, { type: 'product.created', subjectId: id, payload: { name: values.name } });
  return presentProduct(await findProduct(context, id));
}
