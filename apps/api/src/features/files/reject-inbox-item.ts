import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { InboxItem } from '@danku/contract/files.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { Problem } from '../../problem.ts';
import { findItems, presentItems } from './inbox-item.ts';
import { readInboxItem } from './read-inbox-item.ts';

/** Says of a paper that it is none of ours, and why. Its files stay. */
export async function rejectInboxItem(
  context: Context,
  { params, body }: Input<typeof contract.files.rejectInboxItem>,
): Promise<InboxItem> {
  const items = await findItems(context, [params.id], { forUpdate: true });
  requirePermission(context, 'inbox.manage');
  const [current] = await presentItems(context, items);
  if (current === undefined) {
    throw new Problem('not-found');
  }
  requireVersion(current, body.version);
  if (current.state !== 'open') {
    throw new Problem('wrong-stage', { reasons: ['inbox-item-closed'] });
  }
  await context.tx.sql.query(
    `UPDATE app.inbox_items SET state = 'rejected', reason = $2, closed_at = $3, version = version + 1 WHERE id = $1`,
    [current.id, body.reason, context.now],
  );
  await record(context, { type: 'inbox.rejected', subjectId: current.id, payload: { reason: body.reason } });
  return readInboxItem(context, { params });
}
