import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { hurryPreviews } from '../../db/hurry-previews.ts';
import { record } from '../../db/record.ts';
import { Problem } from '../../problem.ts';
import { presentDocument } from './present-document.ts';
import { settlePending } from './settle-pending.ts';

/** Reading is an event like any other. A screen that waits for pages asks again every moment: that is one view a minute. */
export async function readDocument(
  context: Context,
  { params }: Input<typeof contract.documents.readDocument>,
): Promise<Document> {
  const document = await settled(context, await presentDocument(context, params.id));
  if (!document.actions.view.allowed) {
    throw new Problem('not-found');
  }
  if (!document.pagesPending || !(await hasJustSeen(context, document))) {
    await record(context, { type: 'document.viewed', subjectId: document.id, payload: { version: document.version } });
  }
  await hurryPreviews(context, document);
  return document;
}

/** A decision whose undo time is over is committed by whoever reads next, if the worker has not been faster. */
async function settled(context: Context, document: Document): Promise<Document> {
  const isPending = document.pendingDecision !== null || document.actions.approve.reasons.includes('decision-pending');
  if (!isPending) {
    return document;
  }
  await settlePending(context, document.id);
  return presentDocument(context, document.id);
}

async function hasJustSeen({ tx, actor, now }: Context, { id, version }: Document): Promise<boolean> {
  const { rows } = await tx.sql.query<{ seen: boolean }>(
    `SELECT EXISTS (SELECT FROM app.events e WHERE e.subject_id = $1 AND e.at > $2 AND e.type = 'document.viewed'
       AND e.actor_id = $3 AND (e.payload ->> 'version')::int = $4) AS seen`,
    [id, new Date(now.getTime() - 60_000), actor.memberId, version],
  );
  return rows[0]?.seen === true;
}
