import { readMe } from '@danku/contract/auth.ts';
import { Document } from '@danku/contract/document-shapes.ts';
import { listFindings } from '@danku/contract/documents.ts';
import { listLegalEntities, readCustomer } from '@danku/contract/master-data.ts';
import { listDocumentTypes } from '@danku/contract/settings.ts';
import { claimDocument, listQueues } from '@danku/contract/work.ts';
import { documentActions } from '@danku/domain/documents/flow.ts';
import type { HttpHandler } from 'msw';
import { answer } from '../../../test/answer.ts';

export const id = '00000000-0000-4000-8000-000000000100';
const member = { id: '00000000-0000-4000-8000-000000000001', name: '李娜' };
const customerId = '00000000-0000-4000-8000-000000000050';
const at = '2026-11-24T08:00:00Z';
const verdict = { allowed: true, reasons: [], remedies: [] };

/** An invoice of one line, right in every way, as its clerk gets it. */
export function invoice(given: Partial<Document> = {}): Document {
  return Document.parse({
    id,
    kind: 'INV',
    typeName: '发票',
    typeId: '00000000-0000-4000-8000-000000000900',
    stage: 'entry',
    version: 3,
    contentVersion: 1,
    draftNumber: 'D-000482',
    number: '24442000000312847561',
    registryNumber: null,
    archiveNumber: null,
    issueDate: '2024-08-22',
    customer: null,
    customerId,
    partyName: '杭州云栖智能科技有限公司',
    currency: 'CNY',
    netTotal: '2710.00',
    taxTotal: '352.30',
    grossTotal: '3062.30',
    fields: {
      invoiceType: 'digital-special',
      number: '24442000000312847561',
      issueDate: '2024-08-22',
      buyerName: '杭州云栖智能科技有限公司',
      buyerTaxId: '91330106MA2H3DU84E',
      sellerName: '深圳市华强精密电子有限公司',
      sellerTaxId: '91440300MA5G718458',
      netTotal: '2710.00',
      taxTotal: '352.30',
      grossTotal: '3062.30',
      drawer: '李晓',
    },
    lines: [
      {
        description: '贴片电容',
        unit: '盘',
        quantity: '20',
        unitPrice: '135.5',
        netAmount: '2710.00',
        taxRate: '0.13',
        taxAmount: '352.30',
      },
    ],
    riskScore: 0,
    dueAt: null,
    isReturned: false,
    isBlind: false,
    isSuperseded: false,
    lease: null,
    assignee: null,
    createdBy: member,
    createdAt: at,
    updatedAt: at,
    reviewPolicy: 'single',
    managerLast: false,
    riskTerms: [],
    warningReasons: {},
    isPurchase: false,
    submittedBy: null,
    submittedAt: null,
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
    actions: Object.fromEntries(documentActions.map((action) => [action, verdict])),
    ...given,
  });
}

/** Everything the desk asks for beside the document itself. */
export function deskAnswers(): HttpHandler[] {
  const entity = {
    id: customerId,
    name: '深圳市华强精密电子有限公司',
    taxId: '91440300MA5G718458',
    address: null,
    bankName: null,
    bankAccount: null,
    isActive: true,
    version: 1,
  };
  return [
    answer(readMe, {
      account: { id: member.id, email: 'clerk@huaxin.example', name: member.name, locale: 'zh-CN', preferences: {} },
      organisations: [],
      member: { ...member, tenantId: customerId, roles: [], grants: {}, timeZone: 'Asia/Shanghai', currency: 'CNY' },
    }),
    answer(listDocumentTypes, { items: [] }),
    answer(listLegalEntities, { items: [entity] }),
    answer(readCustomer, {
      id: customerId,
      code: 'C1',
      name: '杭州云栖智能科技有限公司',
      taxId: '91330106MA2H3DU84E',
      group: null,
      owner: null,
      contactName: null,
      phone: null,
      email: null,
      address: null,
      bankName: null,
      bankAccount: null,
      isActive: true,
      mergedIntoId: null,
      createdAt: at,
      version: 1,
    }),
    answer(listFindings, { items: [] }),
    answer(listQueues, { items: [], returned: 0, leased: 0, assigned: 0, questions: 0, inbox: 0 }),
    answer(claimDocument, { leaseUntil: new Date(Date.now() + 600_000).toISOString() }),
  ];
}
