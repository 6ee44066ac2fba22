import { amendDocument } from '../../apps/api/src/features/documents/amend-document.ts';
import { changeDocument } from '../../apps/api/src/features/documents/change-document.ts';
import { createDocument } from '../../apps/api/src/features/documents/create-document.ts';
import { addComment } from '../../apps/api/src/features/documents/discussion/add-comment.ts';
import { linkDocuments } from '../../apps/api/src/features/documents/discussion/link-documents.ts';
import { submitDocument } from '../../apps/api/src/features/documents/submit-document.ts';
import { voidDocument } from '../../apps/api/src/features/documents/void-document.ts';
import type { Paper } from './paper.ts';
import { usualReasons } from './tell-entry.ts';
import { contextOf, printImage, tellTogether, toldOf, upload, type Teller } from './teller.ts';

/** What does not happen to every paper: a void number, papers that came twice, amendments, remarks. All of it in the last days. */
export async function tellIncidents(teller: Teller, papers: readonly Paper[]): Promise<void> {
  const archived = papers
    .filter(({ fate, kind }) => fate === 'archived' && kind === 'SO')
    .filter((paper) => isArchived(teller, paper));
  const newest = archived.toSorted((one, other) => other.enteredAt - one.enteredAt);
  const [twice, alike, wrong, outdated] = newest;
  await tellVoid(teller, papers);
  if (twice !== undefined && alike !== undefined) {
    await tellSecondCopy(teller, twice);
    await tellLookAlike(teller, alike);
  }
  if (wrong !== undefined && outdated !== undefined) {
    await tellAmendment(teller, wrong, '送货地址有误，按客户更正函修订');
    await tellAmendment(teller, outdated, '补充付款条件');
  }
  await tellRemarks(teller, papers);
}

function isArchived({ archivings }: Teller, paper: Paper): boolean {
  return archivings.some((archiving) => archiving.paper === paper);
}

/** A number that was given and is no longer used stays in the register. */
async function tellVoid(teller: Teller, papers: readonly Paper[]): Promise<void> {
  const paper = papers.find((one) => one.fate === 'approved' && teller.finals.some((final) => final.paper === one));
  if (paper === undefined) {
    return;
  }
  const { id, version } = toldOf(teller, paper);
  await tellTogether(teller, async (act) => {
    const body = { version, reason: '客户取消交易，双方书面确认作废' };
    await voidDocument(contextOf(teller, act, 'manager', teller.time.now - 3), { params: { id }, query: {}, body });
  });
}

/** The same bytes uploaded a second time: the draft cannot be submitted, and says of which it is a copy. */
async function tellSecondCopy(teller: Teller, paper: Paper): Promise<void> {
  const image = await printImage(teller, paper);
  await tellTogether(teller, async (act) => {
    const context = contextOf(teller, act, 'clerk2', teller.time.now - 45);
    const { fileId } = await upload(context, image, { isSoon: true });
    const body = { kind: paper.kind, fileIds: [fileId], customerId: paper.buyer.id, ...paper.content };
    const { id } = await createDocument(context, { params: {}, query: {}, body });
    await linkDocuments(context, { params: { id }, query: {}, body: { otherId: toldOf(teller, paper).id, relation: 'copies' } });
    const remark = { body: '与已归档单据为同一张原件，疑似重复扫描，请主管确认后作废。', path: '/fields/number', place: null };
    await addComment(context, { params: { id }, query: {}, body: remark });
  });
}

/** Everything but the last sign of the number is as on another paper: submitted with a reason. */
async function tellLookAlike(teller: Teller, paper: Paper): Promise<void> {
  const fields = { ...paper.content.fields, number: `${paper.content.fields['number'] ?? ''}A` };
  const content = { ...paper.content, fields };
  const image = await printImage(teller, { kind: paper.kind, content });
  await tellTogether(teller, async (act) => {
    const context = contextOf(teller, act, 'clerk', teller.time.now - 70);
    const { fileId } = await upload(context, image, { isSoon: true });
    const body = { kind: paper.kind, fileIds: [fileId], customerId: paper.buyer.id, ...content };
    const { id, version } = await createDocument(context, { params: {}, query: {}, body });
    await linkDocuments(context, { params: { id }, query: {}, body: { otherId: toldOf(teller, paper).id, relation: 'copies' } });
    await submitDocument(context, { params: { id }, query: {}, body: { version, reasons: usualReasons } });
  });
}

/** The archived paper stays as it is; its successor goes through the whole flow. */
async function tellAmendment(teller: Teller, paper: Paper, reason: string): Promise<void> {
  const { id, version } = toldOf(teller, paper);
  await tellTogether(teller, async (act) => {
    const context = contextOf(teller, act, 'clerk3', teller.time.now - 100);
    const draft = await amendDocument(context, { params: { id }, query: {}, body: { version, reason } });
    const fields = { shipTo: `${paper.buyer.address} 3 号库`, remark: reason };
    const params = { id: draft.id };
    const changed = await changeDocument(context, { params, query: {}, body: { version: draft.version, fields, reason } });
    await submitDocument(context, { params, query: {}, body: { version: changed.version, reasons: usualReasons } });
  });
}

const remarks = [
  {
    body: '印章压住了日期，已放大核对。',
    path: '/fields/issueDate',
    place: { page: 1, x: 0.7, y: 0.1, width: 0.22, height: 0.05 },
  },
  { body: '客户要求随货附此单，原件已寄出。', path: null, place: null },
  {
    body: '第 1 行数量以手写更正为准。',
    path: '/lines/0/quantity',
    place: { page: 1, x: 0.5, y: 0.36, width: 0.12, height: 0.04 },
  },
  { body: '请复核税率。', path: '/lines/0/taxRate', place: null },
];

async function tellRemarks(teller: Teller, papers: readonly Paper[]): Promise<void> {
  const recent = papers
    .filter(({ fate }) => fate === 'review' || fate === 'approved' || fate === 'asked')
    .slice(0, 2 * remarks.length);
  await tellTogether(teller, async (act) => {
    for (const [index, paper] of recent.entries()) {
      const body = remarks[index % remarks.length] ?? { body: '请复核。', path: null, place: null };
      const context = contextOf(teller, act, paper.clerk, Math.min(paper.enteredAt + 1, teller.time.now));
      await addComment(context, { params: { id: toldOf(teller, paper).id }, query: {}, body });
    }
  });
}
