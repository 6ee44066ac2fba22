import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { sendBack } from './decide.ts';
import { holdDecision } from './hold-decision.ts';
import { presentDocument } from './present-document.ts';
import { requireCurrent } from './require-current.ts';
import { settlePending } from './settle-pending.ts';

/** Sends a document back. Whoever gets it must be told why: a verdict on a field or a comment. */
export async function sendBackDocument(
  context: Context,
  { params, body }: Input<typeof contract.review.sendBackDocument>,
): Promise<Document> {
  await settlePending(context, params.id);
  const facts = await requireCurrent(context, 'send-back', params.id, body.version);
  if (body.verdicts.length === 0 && (body.comment ?? '').trim() === '') {
    throw new Problem('reason-required', { errors: [{ path: '/comment', code: 'required' }] });
  }
  const { holdSeconds, ...decision } = body;
  await (holdSeconds > 0
    ? holdDecision(context, facts, { decision: 'send-back', body: decision, holdSeconds })
    : sendBack(context, facts, decision));
  return presentDocument(context, params.id);
}
