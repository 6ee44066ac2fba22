import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Document } from '@danku/contract/document-shapes.ts';
import { definitionOf, tidyContent, unknownKeys } from '@danku/domain/documents/content.ts';
import type { Content, KindDefinition } from '@danku/domain/documents/kinds.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { Problem } from '../../problem.ts';
import { attachFiles, registerInboxItem } from './attach-files.ts';
import { draftNumberOf } from './draft-number.ts';
import { findCustomer } from './find-customer.ts';
import { typeForNew, type TypeRecord } from './find-type.ts';
import { presentDocument } from './present-document.ts';
import { contentColumns, contentValues, saveLinesAndGrams, type Customer } from './save-content.ts';
import { takeDuty } from './take-duty.ts';
import { dueIn, enqueue } from './work-items.ts';

/** Starts a draft. Whoever starts it holds the entry duty and the lease; closing the browser gives it to the queue. */
export async function createDocument(
  context: Context,
  { body }: Input<typeof contract.documents.createDocument>,
): Promise<Document> {
  requirePermission(context, 'document.enter');
  const type = await typeForNew(context, body.kind, body.typeId);
  const content = knownContent(definitionOf(body.kind, type.extraFields), body);
  const id = await insertDraft(context, type, content, await findCustomer(context, body.customerId ?? null));
  if (body.inboxItemId !== undefined) {
    await registerInboxItem(context, body.inboxItemId, id);
  }
  await attachFiles(context, id, body.fileIds);
  const payload = { kind: body.kind, ...(body.inboxItemId === undefined ? {} : { inboxItemId: body.inboxItemId }) };
  await record(context, { type: 'document.created', subjectId: id, payload });
  return presentDocument(context, id);
}

/** Tidied content; keys the type does not have are told to the caller, each at its place. */
export function knownContent(definition: KindDefinition, content: Content): Content {
  const unknown = unknownKeys(definition, content);
  if (unknown.length > 0) {
    throw new Problem('invalid', { errors: unknown.map((path) => ({ path, code: 'unknown-field' })) });
  }
  return tidyContent(definition, content);
}

interface Amended {
  id: string;
  amendment: number;
}

/** Inserts the row of a draft with its lines, duty and place in the entry queue; returns its id. */
export async function insertDraft(
  context: Context,
  type: TypeRecord,
  content: Content,
  customer: Customer,
  amends: Amended | null = null,
): Promise<string> {
  const { tx, actor, now } = context;
  const id = uuid7(now);
  const due = dueIn('entry', type, now);
  const values = contentValues(type.kind, content, customer, actor.currency);
  const head = [id, type.kind, type.id, draftNumberOf(id), actor.memberId, now, due, amends?.id ?? null, amends?.amendment ?? 0];
  await tx.sql.query(
    `INSERT INTO app.documents (id, kind, type_id, stage, draft_number, created_by, created_at, updated_at, due_at, amends_id, amendment, ${contentColumns})
     VALUES ($1, $2, $3, 'entry', $4, $5, $6, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
    [...head, ...values],
  );
  await saveLinesAndGrams(context, id, content, content.fields['currency'] ?? actor.currency);
  await takeDuty(context, id, 'entry');
  await enqueue(context, { documentId: id, stage: 'entry', due, risk: 0, leaseFor: actor.memberId });
  return id;
}
