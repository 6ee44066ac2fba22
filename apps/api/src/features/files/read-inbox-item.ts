import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { InboxItem } from '@danku/contract/files.ts';

import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { findItems, presentItems } from './inbox-item.ts';

export async function readInboxItem(
  context: Pick<Context, 'tx' | 'actor'>,
  { params }: Pick<Input<typeof contract.files.readInboxItem>, 'params'>,
): Promise<InboxItem> {
  const [item] = await presentItems(context, await findItems(context, [params.id]));
  if (item === undefined) {
    throw new Problem('not-found');
  }
  return item;
}
