import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';
import { stageAfterAdjudication } from '@danku/domain/documents/flow.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { fieldProblem } from '../../problem.ts';
import { lock, moveOn, writeDecision } from './decide.ts';
import { findDocument } from './find-document.ts';
import { keyedAgrees } from './keyed.ts';
import { presentDocument } from './present-document.ts';
import { requireCurrent } from './require-current.ts';

/**
 * Someone without any duty on the document decides what the paper says. When that is what the clerk entered, the
 * document is approved; when it is not, it must be sent back to be mended: an adjudicator never edits.
 */
export async function adjudicateDocument(
  context: Context,
  { params, body }: Input<typeof contract.review.adjudicateDocument>,
): Promise<Document> {
  const facts = await requireCurrent(context, 'adjudicate', params.id, body.version);
  await lock(context, facts, body.version);
  const document = await findDocument(context, params.id);
  if (!keyedAgrees(document, body.chosen)) {
    throw fieldProblem('/chosen', 'differs-from-entry');
  }
  await writeDecision(context, document, { slot: 3, decision: 'adjudicate', keyed: body.chosen, comment: body.comment });
  const to = stageAfterAdjudication({ policy: facts.policy, managerLast: document.managerLast });
  const registryNumber = await moveOn(context, document, { version: body.version, to, slot: 3 });
  const chosen = Object.fromEntries(Object.entries(body.chosen).map(([key, value]) => [key, value ?? '']));
  const payload = {
    from: facts.stage,
    to,
    version: document.contentVersion,
    chosen,
    comment: body.comment ?? null,
    registryNumber,
  };
  await record(context, { type: 'document.adjudicated', subjectId: document.id, payload });
  return presentDocument(context, document.id);
}
