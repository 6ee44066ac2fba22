import {
  parties,
  number,
  issueDate,
  currency,
  priceBasis,
  remark,
  paymentTerms,
  orderNumber,
  deliveryNumber,
  totals,
  optionalTotals,
  priced,
  counted,
} from './field-pieces.ts';
import type { KindDefinition } from './kinds.ts';

/** What is offered, agreed, ordered, delivered, signed and returned (domain.md 4.1), fields in the order of the form. */
export const qtKind: KindDefinition = {
  kind: 'QT',
  amounts: 'net-tax-gross',
  linesRequired: true,
  negative: false,
  fields: [
    number,
    issueDate,
    { key: 'validUntil', type: 'date' },
    ...parties,
    currency,
    priceBasis,
    paymentTerms,
    ...totals,
    remark,
  ],
  lineFields: priced,
};

export const scKind: KindDefinition = {
  kind: 'SC',
  amounts: 'optional',
  linesRequired: false,
  negative: false,
  fields: [
    number,
    issueDate,
    { key: 'effectiveFrom', type: 'date' },
    { key: 'expiresOn', type: 'date' },
    ...parties.map((field) => ({ ...field, required: true })),
    currency,
    priceBasis,
    paymentTerms,
    ...totals,
    { key: 'sealPresent', type: 'choice', choices: ['both', 'seller', 'buyer', 'none'] },
    remark,
  ],
  lineFields: priced,
};

export const soKind: KindDefinition = {
  kind: 'SO',
  amounts: 'net-tax-gross',
  linesRequired: true,
  negative: false,
  fields: [
    number,
    issueDate,
    { key: 'dueDate', type: 'date' },
    ...parties,
    { key: 'shipTo', type: 'text', maxLength: 200 },
    { key: 'salesperson', type: 'text', maxLength: 60 },
    currency,
    priceBasis,
    paymentTerms,
    ...totals,
    remark,
  ],
  lineFields: [...priced, { key: 'promisedDate', type: 'date' }],
};

export const dnKind: KindDefinition = {
  kind: 'DN',
  amounts: 'none',
  linesRequired: true,
  negative: false,
  fields: [
    number,
    issueDate,
    orderNumber,
    ...parties,
    { key: 'warehouse', type: 'text', maxLength: 60 },
    { key: 'carrier', type: 'text', maxLength: 60 },
    { key: 'trackingNumber', type: 'code', maxLength: 60 },
    { key: 'vehicle', type: 'text', maxLength: 30 },
    currency,
    ...optionalTotals,
    remark,
  ],
  lineFields: [
    ...counted,
    { key: 'lot', type: 'code', maxLength: 40 },
    { key: 'unitPrice', type: 'price' },
    { key: 'netAmount', type: 'money' },
  ],
};

export const podKind: KindDefinition = {
  kind: 'POD',
  amounts: 'none',
  linesRequired: true,
  negative: false,
  fields: [
    number,
    issueDate,
    { ...deliveryNumber, required: true },
    ...parties,
    { key: 'signer', type: 'text', required: true, maxLength: 60 },
    { key: 'signedSeal', type: 'choice', choices: ['seal', 'signature', 'both', 'none'] },
    remark,
  ],
  lineFields: [...counted, { key: 'quantityRejected', type: 'quantity' }, { key: 'damage', type: 'text', maxLength: 120 }],
};

export const rtKind: KindDefinition = {
  kind: 'RT',
  amounts: 'none',
  linesRequired: true,
  negative: false,
  fields: [
    number,
    issueDate,
    deliveryNumber,
    ...parties,
    { key: 'returnReason', type: 'text', required: true, maxLength: 200 },
    { key: 'inspection', type: 'choice', choices: ['passed', 'failed', 'pending'] },
    { key: 'restock', type: 'choice', choices: ['yes', 'no'] },
    remark,
  ],
  lineFields: counted,
};
