import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Stage } from '@danku/domain/documents/flow.ts';

import type { Context } from '../../../db/context.ts';
import { record } from '../../../db/record.ts';
import { Problem } from '../../../problem.ts';

/** Gives back what one holds; the draft stays. Throws not-found when one holds nothing of it. Returns the stage. */
export async function giveBack({ tx, actor }: Context, documentId: string): Promise<Stage> {
  const { rows } = await tx.sql.query<{ stage: Stage }>(
    'UPDATE app.work_items SET lease_member_id = NULL, lease_until = NULL WHERE document_id = $1 AND lease_member_id = $2 RETURNING stage',
    [documentId, actor.memberId],
  );
  const [row] = rows;
  if (row === undefined) {
    throw new Problem('not-found');
  }
  return row.stage;
}

export async function releaseDocument(
  context: Context,
  { params }: Input<typeof contract.work.releaseDocument>,
): Promise<undefined> {
  const stage = await giveBack(context, params.id);
  await record(context, { type: 'document.released', subjectId: params.id, payload: { stage } });
  return undefined;
}
