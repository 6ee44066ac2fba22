import type { Document, ShownPage } from '@danku/contract/document-shapes.ts';
import { directionOf } from '@danku/domain/documents/findings.ts';

import type { Context } from '../../db/context.ts';
import { verdictsOf } from '../../db/gate.ts';
import { amount, named, presentRow } from './document-row.ts';
import { findDocument, type DocumentRecord } from './find-document.ts';

/** The document as it is now in this transaction, as this person may see it. Two round trips. */
export async function presentDocument(context: Pick<Context, 'tx' | 'actor' | 'now'>, id: string): Promise<Document> {
  const record = await findDocument(context, id);
  const actions = await verdictsOf(context, id);
  return present(record, context, actions);
}

function present(record: DocumentRecord, { actor }: Pick<Context, 'actor'>, actions: Document['actions']): Document {
  const row = presentRow(record, actor);
  const shown = row.isBlind ? hidden : valuesOf(record);
  return {
    ...row,
    ...shown,
    typeId: record.typeId,
    contentVersion: record.contentVersion,
    reviewPolicy: record.policy,
    managerLast: record.managerLast,
    riskTerms: row.isBlind ? [] : record.riskTerms,
    isPurchase: (record.kind === 'INV' || record.kind === 'CN') && directionOf(record, record.ownTaxIds) === 'purchase',
    submittedBy: named(record.submittedById, record.submittedByName),
    submittedAt: record.submittedAt?.toISOString() ?? null,
    approvedAt: record.approvedAt?.toISOString() ?? null,
    archivedAt: record.archivedAt?.toISOString() ?? null,
    retainUntil: record.retainUntil,
    amends: record.amends,
    successor: record.successor,
    pages: pagesOf(record),
    fileIds: record.files.map(({ fileId }) => fileId),
    pagesPending: record.files.some(({ state }) => state === 'waiting'),
    question: questionFor(record.question, row.isBlind ? actor.memberId : null),
    pendingDecision: record.pending === null ? null : { ...record.pending, commitsAt: iso(record.pending.commitsAt) },
    keyed: actor.grants['document.adjudicate'] === undefined ? [] : record.keyed,
    heldDuty: record.heldDuty,
    actions,
  };
}

/** What a blind reviewer gets instead of values: nothing that the clerk, the machine or the other reviewer wrote. */
const hidden = {
  fields: {},
  lines: [],
  customerId: null,
  netTotal: null,
  taxTotal: null,
  warningReasons: {},
  verdicts: [],
  returnComment: null,
};

function valuesOf(record: DocumentRecord): Pick<Document, keyof typeof hidden> {
  return {
    fields: record.fields,
    lines: record.lines,
    customerId: record.customerId,
    netTotal: amount(record.netMinor, record.currency),
    taxTotal: amount(record.taxMinor, record.currency),
    warningReasons: record.warningReasons,
    verdicts: (record.sentBack?.verdicts ?? []).map(({ path, errorClass, suggested, comment, place }) => ({
      path,
      errorClass,
      suggested: suggested ?? null,
      comment: comment ?? null,
      place: place ?? null,
    })),
    returnComment: record.sentBack?.comment ?? null,
  };
}

/** The pages in the order someone gave them, or as the files have them. A page without a preview is left out until it has one. */
function pagesOf({ arrangement, files }: DocumentRecord): ShownPage[] {
  const known = files.flatMap(({ fileId, renderedFromData, pages }) =>
    pages.map((page): ShownPage => ({ fileId, ...page, rotation: 0, renderedFromData })),
  );
  if (arrangement === null) {
    return known;
  }
  return arrangement.flatMap(({ fileId, page, rotation }) =>
    known.filter((shown) => shown.fileId === fileId && shown.page === page).map((shown) => ({ ...shown, rotation })),
  );
}

/** Words may tell values: a blind reviewer is shown only the question they asked themselves or were asked. */
function questionFor(question: DocumentRecord['question'], blindTo: string | null): Document['question'] {
  if (question === null || (blindTo !== null && question.askedBy.id !== blindTo && question.asked.id !== blindTo)) {
    return null;
  }
  return { ...question, askedAt: iso(question.askedAt) };
}

/** Timestamps inside JSON come in PostgreSQL's spelling. */
function iso(timestamp: string): string {
  return new Date(timestamp).toISOString();
}
