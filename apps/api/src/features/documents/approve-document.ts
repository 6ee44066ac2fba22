import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { approve } from './decide.ts';
import { holdDecision } from './hold-decision.ts';
import { presentDocument } from './present-document.ts';
import { requireCurrent } from './require-current.ts';
import { settlePending } from './settle-pending.ts';

/** Approves the version seen. With `holdSeconds` the decision waits first, so that it can be undone. */
export async function approveDocument(
  context: Context,
  { params, body }: Input<typeof contract.review.approveDocument>,
): Promise<Document> {
  await settlePending(context, params.id);
  const facts = await requireCurrent(context, 'approve', params.id, body.version);
  const { holdSeconds, ...decision } = body;
  await (holdSeconds > 0
    ? holdDecision(context, facts, { decision: 'approve', body: decision, holdSeconds })
    : approve(context, facts, decision));
  return presentDocument(context, params.id);
}
