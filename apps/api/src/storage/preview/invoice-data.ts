/** What the standard layout shows of an invoice that came as data; every value as it is written there. */
export type InvoiceData = {
  isCreditNote: boolean;
  number: string;
  date: string;
  currency: string;
  seller: InvoiceParty;
  buyer: InvoiceParty;
  lines: InvoiceDataLine[];
  net: string;
  tax: string;
  gross: string;
  grossInWords: string;
  remark: string;
};
export type InvoiceParty = { name: string; taxId: string };
export type InvoiceDataLine = {
  description: string;
  specification: string;
  unit: string;
  quantity: string;
  unitPrice: string;
  net: string;
  rate: string;
  tax: string;
};

export const invoiceLabelKeys = [
  'invoice',
  'creditNote',
  'number',
  'date',
  'seller',
  'buyer',
  'taxId',
  'description',
  'specification',
  'unit',
  'quantity',
  'unitPrice',
  'net',
  'rate',
  'tax',
  'gross',
  'grossInWords',
  'remark',
  'renderedFromData',
] as const;

/** The words printed around the values; the caller brings them in his language. */
export type InvoiceLabels = Record<(typeof invoiceLabelKeys)[number], string>;
