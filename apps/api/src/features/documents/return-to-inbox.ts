import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { Problem } from '../../problem.ts';
import { findDocument } from './find-document.ts';
import { requireChanged, requireCurrent } from './require-current.ts';

type Endpoint = typeof contract.documents.returnToInbox;

/** A paper that turns out to be no sale goes back where it came from, with the reason; the draft made of it is voided. */
export async function returnToInbox(context: Context, { params, body }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  const { tx, now } = context;
  await requireCurrent(context, 'edit', params.id, body.version);
  const document = await findDocument(context, params.id);
  const inboxItemId = document.contentVersion > 0 ? null : await reopenItem(context, document.id, body.reason);
  if (inboxItemId === null) {
    throw new Problem('conflict', {
      detail: 'Only a draft that came from the inbox and was never submitted can go back.',
      reasons: ['not-from-inbox'],
    });
  }
  const { rowCount } = await tx.sql.query(
    `UPDATE app.documents SET stage = 'void', version = version + 1, due_at = NULL, assignee_id = NULL, updated_at = $3 WHERE id = $1 AND version = $2`,
    [document.id, body.version, now],
  );
  await requireChanged(context, document.id, rowCount);
  await tx.sql.query('DELETE FROM app.work_items WHERE document_id = $1', [document.id]);
  const voided = { from: 'entry', to: 'void', version: 0, reason: body.reason, registryNumber: null } as const;
  await record(context, [
    { type: 'document.voided', subjectId: document.id, payload: voided },
    { type: 'inbox.returned', subjectId: inboxItemId, payload: { documentId: document.id, reason: body.reason } },
  ]);
  return { inboxItemId };
}

async function reopenItem({ tx }: Context, documentId: string, reason: string): Promise<string | null> {
  const { rows } = await tx.sql.query<{ id: string }>(
    `UPDATE app.inbox_items SET state = 'open', document_id = NULL, closed_at = NULL, reason = $2, version = version + 1
     WHERE document_id = $1 AND state = 'registered' RETURNING id`,
    [documentId, reason],
  );
  return rows[0]?.id ?? null;
}
