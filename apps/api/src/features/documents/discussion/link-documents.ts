import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { record } from '../../../db/record.ts';
import { fieldProblem, Problem } from '../../../problem.ts';
import { takeDuty } from '../take-duty.ts';
import { findLinks } from './list-links.ts';

type Endpoint = typeof contract.discussion.linkDocuments;

/** Links a document to one it follows, settles, corrects, copies or lists. The other need only be visible. */
export async function linkDocuments(context: Context, { params, body }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  const { tx, actor, now } = context;
  if (params.id === body.otherId) {
    throw fieldProblem('/otherId', 'same-document');
  }
  await requireGate(context, 'link', params);
  await requireGate(context, 'view', { id: body.otherId });
  await takeDuty(context, params.id, 'entry');
  const { rowCount } = await tx.sql.query(
    'INSERT INTO app.document_links (from_id, to_id, relation, created_by, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [params.id, body.otherId, body.relation, actor.memberId, now],
  );
  if (rowCount === 0) {
    throw new Problem('already-exists');
  }
  await record(context, {
    type: 'document.linked',
    subjectId: params.id,
    payload: { otherId: body.otherId, relation: body.relation },
  });
  return { items: await findLinks(context, params.id) };
}
