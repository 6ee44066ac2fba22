import type { Document, Verdict } from '@danku/contract/document-shapes.ts';
import { documentActions } from '@danku/domain/documents/flow.ts';
import type { DocumentAction } from '@danku/domain/documents/flow.ts';

/** The id of the n-th thing of a test. */
export function idOf(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

export const liNa = { id: idOf(901), name: '李娜' };
export const zhaoMin = { id: idOf(902), name: '赵敏' };

const allowed: Verdict = { allowed: true, reasons: [], remedies: [] };

/** What one may do: the actions named, and nothing else. */
export function actionsOf(...may: DocumentAction[]): Document['actions'] {
  const refused: Verdict = { allowed: false, reasons: ['wrong-stage'], remedies: [{ code: 'reload' }] };
  return {
    view: refused,
    edit: refused,
    submit: refused,
    withdraw: refused,
    approve: refused,
    'send-back': refused,
    adjudicate: refused,
    archive: refused,
    amend: refused,
    void: refused,
    transfer: refused,
    ask: refused,
    answer: refused,
    comment: refused,
    link: refused,
    ...Object.fromEntries(documentActions.filter((action) => may.includes(action)).map((action) => [action, allowed])),
  };
}

/** An invoice under review, as its reviewer sees it. It has no pages, so that no picture is needed. */
export function documentOf(given: Partial<Document> = {}): Document {
  return {
    id: idOf(1),
    kind: 'INV',
    typeName: '发票',
    stage: 'review',
    version: 3,
    draftNumber: 'D-000482',
    number: '24442000000312847561',
    registryNumber: null,
    archiveNumber: null,
    issueDate: '2026-08-22',
    customer: null,
    partyName: '杭州云栖智能科技有限公司',
    currency: 'CNY',
    grossTotal: '5901.22',
    riskScore: 35,
    dueAt: null,
    isReturned: false,
    isBlind: false,
    isSuperseded: false,
    lease: null,
    assignee: null,
    createdBy: liNa,
    createdAt: '2026-08-23T01:00:00Z',
    updatedAt: '2026-08-23T01:00:00Z',
    typeId: idOf(800),
    contentVersion: 2,
    fields: {
      number: '24442000000312847561',
      issueDate: '2026-08-22',
      buyerTaxId: '91330106MAXDLW3G12',
      grossTotal: '5901.22',
      remark: 'HT-2024-0816',
    },
    lines: [{ description: '金属膜电阻', quantity: '150', netAmount: '1237.50' }],
    customerId: null,
    netTotal: null,
    taxTotal: null,
    reviewPolicy: 'single',
    managerLast: false,
    riskTerms: [{ code: 'new-customer', points: 15 }],
    warningReasons: {},
    isPurchase: false,
    submittedBy: liNa,
    submittedAt: '2026-08-23T02:00:00Z',
    approvedAt: null,
    archivedAt: null,
    retainUntil: null,
    amends: null,
    successor: null,
    pages: [],
    fileIds: [],
    pagesPending: false,
    question: null,
    verdicts: [],
    returnComment: null,
    pendingDecision: null,
    keyed: [],
    heldDuty: null,
    actions: actionsOf('approve', 'send-back', 'transfer'),
    ...given,
  };
}
