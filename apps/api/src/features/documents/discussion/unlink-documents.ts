import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { record } from '../../../db/record.ts';
import { Problem } from '../../../problem.ts';
import { takeDuty } from '../take-duty.ts';

export async function unlinkDocuments(
  context: Context,
  { params }: Input<typeof contract.discussion.unlinkDocuments>,
): Promise<undefined> {
  await requireGate(context, 'link', params);
  await takeDuty(context, params.id, 'entry');
  const { rowCount } = await context.tx.sql.query(
    'DELETE FROM app.document_links WHERE from_id = $1 AND to_id = $2 AND relation = $3',
    [params.id, params.otherId, params.relation],
  );
  if (rowCount === 0) {
    throw new Problem('not-found');
  }
  await record(context, {
    type: 'document.unlinked',
    subjectId: params.id,
    payload: { otherId: params.otherId, relation: params.relation },
  });
  return undefined;
}
