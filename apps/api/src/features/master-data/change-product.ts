import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Product } from '@danku/contract/master-data.ts';

import { changesOf } from '../../db/changes.ts';
import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { findProduct } from './find-product.ts';
import { presentProduct } from './present-product.ts';
import { productKeys, productValues } from './product-values.ts';
import { requireFree } from './require-free.ts';

/** Documents keep the data they were entered with. */
export async function changeProduct(
  context: Context,
  { params, body }: Input<typeof contract.masterData.changeProduct>,
): Promise<Product> {
  requirePermission(context, 'product.manage');
  const product = await findProduct(context, params.id, { locked: true });
  requireVersion(presentProduct(product), body.version);
  const values = productValues(body);
  await requireFree(context, 'products', values.code, product.id);
  await context.tx.prisma.product.updateMany({
    where: { id: product.id, version: product.version },
    data: { ...values, version: { increment: 1 } },
  });
  const changed = await findProduct(context, product.id);
  const changes = changesOf(product, changed, productKeys);
  await record(context, { type: 'product.changed', subjectId: product.id, payload: { changes } });
  return presentProduct(changed);
}
