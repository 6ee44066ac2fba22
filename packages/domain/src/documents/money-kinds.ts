import {
  buyer,
  parties,
  number,
  issueDate,
  currency,
  remark,
  orderNumber,
  inWords,
  totalsRequired,
  taxed,
} from './field-pieces.ts';
import type { FieldDefinition, KindDefinition } from './kinds.ts';

/** What is invoiced, paid and settled (domain.md 4.1), fields in the order of the form. */
const invoiceHead: FieldDefinition[] = [
  {
    key: 'invoiceType',
    type: 'choice',
    required: true,
    choices: [
      'digital-special',
      'digital-ordinary',
      'special',
      'ordinary',
      'electronic-special',
      'electronic-ordinary',
      'export',
    ],
  },
  { key: 'invoiceCode', type: 'code', maxLength: 12 },
  number,
  issueDate,
  ...buyer,
  { key: 'sellerName', type: 'text', required: true, maxLength: 120 },
  { key: 'sellerTaxId', type: 'tax-id', required: true },
  currency,
];
const invoiceTail: FieldDefinition[] = [
  ...totalsRequired,
  { key: 'checkCode', type: 'code', maxLength: 20 },
  { key: 'drawer', type: 'text', maxLength: 60 },
  remark,
];

export const invKind: KindDefinition = {
  kind: 'INV',
  amounts: 'net-tax-gross',
  linesRequired: true,
  negative: false,
  fields: [...invoiceHead, orderNumber, ...invoiceTail],
  lineFields: taxed,
};

export const cnKind: KindDefinition = {
  kind: 'CN',
  amounts: 'net-tax-gross',
  linesRequired: true,
  negative: true,
  fields: [
    ...invoiceHead,
    { key: 'originalNumber', type: 'code', required: true, maxLength: 40 },
    { key: 'redLetterNumber', type: 'code', maxLength: 40 },
    {
      key: 'redReason',
      type: 'choice',
      required: true,
      choices: ['issued-wrongly', 'goods-returned', 'service-ended', 'price-reduced'],
    },
    { key: 'redExtent', type: 'choice', choices: ['full', 'partial'] },
    ...invoiceTail,
  ],
  lineFields: taxed,
};

export const rcKind: KindDefinition = {
  kind: 'RC',
  amounts: 'gross-only',
  linesRequired: false,
  negative: false,
  fields: [
    number,
    issueDate,
    ...parties,
    {
      key: 'paymentMethod',
      type: 'choice',
      choices: ['transfer', 'cash', 'cheque', 'draft', 'card', 'other'],
    },
    { key: 'bankReference', type: 'code', maxLength: 60 },
    currency,
    { key: 'grossTotal', type: 'money', required: true },
    inWords,
    { key: 'fee', type: 'money' },
    { key: 'purpose', type: 'text', maxLength: 200 },
    remark,
  ],
  lineFields: [
    { key: 'description', type: 'text', required: true, maxLength: 200 },
    { key: 'reference', type: 'code', maxLength: 40 },
    { key: 'netAmount', type: 'money', required: true },
  ],
};

export const stKind: KindDefinition = {
  kind: 'ST',
  amounts: 'balance',
  linesRequired: false,
  negative: false,
  fields: [
    { ...number, required: false },
    issueDate,
    { key: 'periodStart', type: 'date', required: true },
    { key: 'periodEnd', type: 'date', required: true },
    ...parties,
    currency,
    { key: 'openingBalance', type: 'money', required: true },
    { key: 'debitTotal', type: 'money' },
    { key: 'creditTotal', type: 'money' },
    { key: 'closingBalance', type: 'money', required: true },
    { key: 'confirmation', type: 'choice', choices: ['unconfirmed', 'confirmed', 'disputed'] },
    remark,
  ],
  lineFields: [
    { key: 'lineDate', type: 'date' },
    { key: 'description', type: 'text', required: true, maxLength: 200 },
    { key: 'reference', type: 'code', maxLength: 40 },
    { key: 'debit', type: 'money' },
    { key: 'credit', type: 'money' },
  ],
};
