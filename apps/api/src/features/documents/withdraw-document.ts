import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { closeQuestion } from './close-question.ts';
import { lock } from './decide.ts';
import { findDocument } from './find-document.ts';
import { presentDocument } from './present-document.ts';
import { requireCurrent } from './require-current.ts';
import { returnToEntry } from './return-to-entry.ts';

/** The submitter takes the document back before anyone has decided. */
export async function withdrawDocument(
  context: Context,
  { params, body }: Input<typeof contract.review.withdrawDocument>,
): Promise<Document> {
  const facts = await requireCurrent(context, 'withdraw', params.id, body.version);
  await lock(context, facts, body.version);
  // A first blind decision does not move the version: whoever waited for the lock asks again.
  await requireCurrent(context, 'withdraw', params.id, body.version);
  const document = await findDocument(context, params.id);
  await returnToEntry(context, document, {
    version: body.version,
    assigneeId: null,
    leaseFor: context.actor.memberId,
    returnedAt: null,
  });
  await closeQuestion(context, document.id);
  const payload = { from: document.stage, to: 'entry' as const, version: document.contentVersion };
  await record(context, { type: 'document.withdrawn', subjectId: document.id, payload });
  return presentDocument(context, document.id);
}
