import type { FieldDefinition } from './kinds.ts';

/** Fields that several kinds share (domain.md 4.1). */
export const seller: FieldDefinition[] = [
  { key: 'sellerName', type: 'text', required: true, maxLength: 120 },
  { key: 'sellerTaxId', type: 'tax-id' },
];
export const buyer: FieldDefinition[] = [
  { key: 'buyerName', type: 'text', required: true, maxLength: 120 },
  { key: 'buyerTaxId', type: 'tax-id' },
];
export const parties = [...buyer, ...seller];
export const number: FieldDefinition = { key: 'number', type: 'code', required: true, maxLength: 40 };
export const issueDate: FieldDefinition = { key: 'issueDate', type: 'date', required: true };
export const currency: FieldDefinition = { key: 'currency', type: 'currency' };
export const priceBasis: FieldDefinition = {
  key: 'priceBasis',
  type: 'choice',
  choices: ['net', 'gross', 'none'],
};
export const remark: FieldDefinition = { key: 'remark', type: 'long-text', maxLength: 1000 };
export const paymentTerms: FieldDefinition = { key: 'paymentTerms', type: 'text', maxLength: 200 };
export const orderNumber: FieldDefinition = { key: 'orderNumber', type: 'code', maxLength: 40 };
export const deliveryNumber: FieldDefinition = { key: 'deliveryNumber', type: 'code', maxLength: 40 };
export const inWords: FieldDefinition = {
  key: 'grossTotalInWords',
  type: 'amount-in-words',
  maxLength: 80,
};
export const totals: FieldDefinition[] = [
  { key: 'netTotal', type: 'money' },
  { key: 'taxTotal', type: 'money' },
  { key: 'grossTotal', type: 'money', required: true },
  inWords,
];
export const totalsRequired = totals.map((field) => (field.key === 'grossTotalInWords' ? field : { ...field, required: true }));
export const optionalTotals = totals.map((field) => ({ ...field, required: false }));

export const item: FieldDefinition[] = [
  { key: 'description', type: 'text', required: true, maxLength: 200 },
  { key: 'specification', type: 'text', maxLength: 120 },
  { key: 'unit', type: 'text', maxLength: 20 },
];
export const quantity: FieldDefinition = { key: 'quantity', type: 'quantity' };
export const priced: FieldDefinition[] = [
  ...item,
  quantity,
  { key: 'unitPrice', type: 'price' },
  { key: 'netAmount', type: 'money', required: true },
  { key: 'taxRate', type: 'rate' },
  { key: 'taxAmount', type: 'money' },
];
export const taxed = priced.map((field) =>
  field.key === 'taxRate' || field.key === 'taxAmount' ? { ...field, required: true } : field,
);
export const counted: FieldDefinition[] = [...item, { ...quantity, required: true }];
