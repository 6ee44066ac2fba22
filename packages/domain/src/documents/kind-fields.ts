import type { FieldDefinition, KindDefinition } from './kinds.ts';

/** The fields of each kind (domain.md 4.1), in the order of the form. `kinds.ts` gathers them by code. */
const seller: FieldDefinition[] = [
  { key: 'sellerName', type: 'text', required: true, maxLength: 120 },
  { key: 'sellerTaxId', type: 'tax-id' },
];
const buyer: FieldDefinition[] = [
  { key: 'buyerName', type: 'text', required: true, maxLength: 120 },
  { key: 'buyerTaxId', type: 'tax-id' },
];
const parties = [...buyer, ...seller];
const number: FieldDefinition = { key: 'number', type: 'code', required: true, maxLength: 40 };
const issueDate: FieldDefinition = { key: 'issueDate', type: 'date', required: true };
const currency: FieldDefinition = { key: 'currency', type: 'currency' };
const priceBasis: FieldDefinition = {
  key: 'priceBasis',
  type: 'choice',
  choices: ['net', 'gross', 'none'],
};
const remark: FieldDefinition = { key: 'remark', type: 'long-text', maxLength: 1000 };
const paymentTerms: FieldDefinition = { key: 'paymentTerms', type: 'text', maxLength: 200 };
const orderNumber: FieldDefinition = { key: 'orderNumber', type: 'code', maxLength: 40 };
const deliveryNumber: FieldDefinition = { key: 'deliveryNumber', type: 'code', maxLength: 40 };
const inWords: FieldDefinition = {
  key: 'grossTotalInWords',
  type: 'amount-in-words',
  maxLength: 80,
};
const totals: FieldDefinition[] = [
  { key: 'netTotal', type: 'money' },
  { key: 'taxTotal', type: 'money' },
  { key: 'grossTotal', type: 'money', required: true },
  inWords,
];
const totalsRequired = totals.map((field) => (field.key === 'grossTotalInWords' ? field : { ...field, required: true }));
const optionalTotals = totals.map((field) => ({ ...field, required: false }));

const item: FieldDefinition[] = [
  { key: 'description', type: 'text', required: true, maxLength: 200 },
  { key: 'specification', type: 'text', maxLength: 120 },
  { key: 'unit', type: 'text', maxLength: 20 },
];
const quantity: FieldDefinition = { key: 'quantity', type: 'quantity' };
const priced: FieldDefinition[] = [
  ...item,
  quantity,
  { key: 'unitPrice', type: 'price' },
  { key: 'netAmount', type: 'money', required: true },
  { key: 'taxRate', type: 'rate' },
  { key: 'taxAmount', type: 'money' },
];
const taxed = priced.map((field) =>
  field.key === 'taxRate' || field.key === 'taxAmount' ? { ...field, required: true } : field,
);
const counted: FieldDefinition[] = [...item, { ...quantity, required: true }];

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
