import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { findHoldings, type Holding } from './find-holdings.ts';
import { findMember } from './find-member.ts';

/** The counts are of everything; of the list, as much as one can read. */
const mostShown = 200;

export async function readHoldings(
  context: Context,
  { params }: Input<typeof contract.people.readHoldings>,
): Promise<Reply<typeof contract.people.readHoldings>> {
  requirePermission(context, 'account.manage', 'document.transfer');
  const member = await findMember(context, params.id);
  const held = await findHoldings(context, member.id);
  const count = (holding: Holding) => held.filter((item) => item.holding === holding).length;
  return {
    drafts: count('draft'),
    leases: count('lease'),
    returned: count('returned'),
    assigned: count('assigned'),
    questions: count('question'),
    items: held.slice(0, mostShown).map(({ documentId, label, kind, holding }) => ({ documentId, label, kind, holding })),
  };
}
