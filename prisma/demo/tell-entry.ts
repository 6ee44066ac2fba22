import type { Content } from '@danku/domain/documents/kinds.ts';

import { changeDocument } from '../../apps/api/src/features/documents/change-document.ts';
import { createDocument } from '../../apps/api/src/features/documents/create-document.ts';
import { linkDocuments } from '../../apps/api/src/features/documents/discussion/link-documents.ts';
import { submitDocument } from '../../apps/api/src/features/documents/submit-document.ts';
import type { Paper } from './paper.ts';
import { contextOf, keepVersion, toldOf, upload, type Image, type Teller } from './teller.ts';
import type { Act } from './theatre.ts';

/** Reasons a clerk gives for what the checks ask about; only those that are asked for are kept. */
export const usualReasons = {
  'near-duplicate': '同一客户当月两笔金额相同，已核对原件',
  'tax-id-invalid': '照票面录入，已请业务核实',
  'date-in-future': '票面如此',
};

/** The image comes in, a clerk starts the document, links it and enters what it says; blank papers wait for someone to enter them. */
export async function tellEntry(teller: Teller, act: Act, paper: Paper, image: Image): Promise<void> {
  const startedAt = paper.enteredAt - 4;
  const context = contextOf(teller, act, paper.clerk, startedAt);
  const { fileId } = await upload(context, image, { isSoon: paper.fate !== 'archived' });
  const content = enteredFirst(paper);
  const { id, version } = await createDocument(context, {
    params: {},
    query: {},
    body: { kind: paper.kind, fileIds: [fileId], customerId: paper.fate === 'blank' ? null : paper.buyer.id, ...content },
  });
  teller.told.set(paper, { id, version, fileId, reference: image });
  for (const { paper: other, relation } of paper.links) {
    const { id: otherId } = toldOf(teller, other);
    await linkDocuments(context, { params: { id }, query: {}, body: { otherId, relation } });
  }
}

function enteredFirst({ fate, content, mistake }: Paper): Content {
  if (fate === 'blank') {
    return { fields: {}, lines: [] };
  }
  return fate === 'half' ? halfOf(content) : (mistake?.content ?? content);
}

/** What a clerk has typed who was called away. */
function halfOf({ fields, lines }: Content): Content {
  return { fields: Object.fromEntries(Object.entries(fields).slice(0, 5)), lines: lines.slice(0, 1) };
}

/** Hands the paper to review; true when it went on to its next stage. */
export async function tellSubmit(teller: Teller, act: Act, paper: Paper, minute: number) {
  const { id, version } = toldOf(teller, paper);
  const context = contextOf(teller, act, paper.clerk, minute);
  const document = await submitDocument(context, { params: { id }, query: {}, body: { version, reasons: usualReasons } });
  keepVersion(teller, paper, document);
  return document;
}

/** The clerk puts right what the reviewer found. */
export async function tellMending(teller: Teller, act: Act, paper: Paper, minute: number): Promise<void> {
  const { id, version } = toldOf(teller, paper);
  const context = contextOf(teller, act, paper.clerk, minute);
  const document = await changeDocument(context, { params: { id }, query: {}, body: { version, ...paper.content } });
  keepVersion(teller, paper, document);
}
