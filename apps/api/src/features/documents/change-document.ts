import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';
import { definitionOf } from '@danku/domain/documents/content.ts';
import { diffContent } from '@danku/domain/documents/diff.ts';
import type { Content } from '@danku/domain/documents/kinds.ts';
import type { Change } from '@danku/domain/events.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { fieldProblem } from '../../problem.ts';
import { knownContent } from './create-document.ts';
import { findCustomer } from './find-customer.ts';
import { findDocument, type DocumentRecord } from './find-document.ts';
import { findType, typeForNew, type TypeRecord } from './find-type.ts';
import { presentDocument } from './present-document.ts';
import { requireChanged, requireCurrent } from './require-current.ts';
import { contentColumns, contentValues, saveLinesAndGrams } from './save-content.ts';
import { takeDuty } from './take-duty.ts';

type Body = Input<typeof contract.documents.changeDocument>['body'];

/** Saves a draft: autosave calls it every moment, so what did not change is not written and makes no event. */
export async function changeDocument(
  context: Context,
  { params, body }: Input<typeof contract.documents.changeDocument>,
): Promise<Document> {
  await requireCurrent(context, 'edit', params.id, body.version);
  const before = await findDocument(context, params.id);
  const type = await typeOf(context, before, body);
  const content = changedContent(before, body, type);
  const changes = changesBetween(before, content, body, type);
  if (changes.length > 0) {
    await save(context, before, { content, type, body });
    await record(context, {
      type: 'document.edited',
      subjectId: before.id,
      payload: { changes, ...(body.reason === undefined ? {} : { reason: body.reason }) },
    });
  }
  return presentDocument(context, before.id);
}

async function typeOf(context: Context, before: DocumentRecord, { typeId }: Body): Promise<TypeRecord> {
  return typeId === undefined || typeId === before.typeId
    ? findType(context, before.typeId)
    : typeForNew(context, before.kind, typeId);
}

function changedContent(before: DocumentRecord, body: Body, type: TypeRecord): Content {
  const fields = { ...before.fields, ...body.fields };
  const currency = fields['currency'] ?? null;
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) {
    throw fieldProblem('/fields/currency', 'not-a-currency');
  }
  return knownContent(definitionOf(before.kind, type.extraFields), { fields, lines: body.lines ?? before.lines });
}

function changesBetween(before: DocumentRecord, content: Content, body: Body, type: TypeRecord): Change[] {
  const changes: Change[] = diffContent(before, content).map(({ path, before: was, after }) => ({ path, before: was, after }));
  if (body.customerId !== undefined && body.customerId !== before.customerId) {
    changes.push({ path: '/customerId', before: before.customerId, after: body.customerId });
  }
  if (type.id !== before.typeId) {
    changes.push({ path: '/typeId', before: before.typeId, after: type.id });
  }
  return changes;
}

async function save(
  context: Context,
  before: DocumentRecord,
  { content, type, body }: { content: Content; type: TypeRecord; body: Body },
): Promise<void> {
  const { customerId = before.customerId } = body;
  const customer = await findCustomer(context, customerId, { isKept: customerId === before.customerId });
  await takeDuty(context, before.id, 'entry');
  const placeholders = '$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16';
  const { rowCount } = await context.tx.sql.query(
    `UPDATE app.documents SET version = version + 1, updated_at = $3, type_id = $17, (${contentColumns}) = (${placeholders})
     WHERE id = $1 AND version = $2 AND stage = 'entry'`,
    [before.id, body.version, context.now, ...contentValues(before.kind, content, customer, context.actor.currency), type.id],
  );
  await requireChanged(context, before.id, rowCount);
  await saveLinesAndGrams(context, before.id, content, content.fields['currency'] ?? context.actor.currency);
}
