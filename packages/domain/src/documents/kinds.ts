/** The ten kinds of sales document (domain.md 4.1). */
export const kinds = ['QT', 'SC', 'SO', 'DN', 'POD', 'INV', 'CN', 'RT', 'RC', 'ST'] as const;
export type Kind = (typeof kinds)[number];

export const fieldTypes = [
  'text',
  'long-text',
  'code',
  'date',
  'money',
  'quantity',
  'price',
  'rate',
  'tax-id',
  'amount-in-words',
  'currency',
  'choice',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/**
 * One header or line field. Its label is the word `field.<key>`; a choice's words are `choice.<key>.<choice>`.
 * Values are strings: ISO dates, decimal strings, the choice's key. Blank is null.
 */
export interface FieldDefinition {
  key: string;
  type: FieldType;
  required?: boolean;
  maxLength?: number;
  choices?: readonly string[];
}

/** What the amounts of a kind are: net and tax, one gross sum, or none asked. Also how its lines relate to the header. */
export type AmountModel = 'net-tax-gross' | 'gross-only' | 'optional' | 'none' | 'balance';

export interface KindDefinition {
  kind: Kind;
  amounts: AmountModel;
  /** A kind whose lines are optional may be submitted without any. */
  linesRequired: boolean;
  /** Negative totals are the rule (red invoice). */
  negative: boolean;
  fields: readonly FieldDefinition[];
  lineFields: readonly FieldDefinition[];
}

/** A document's content as people enter it and as a version keeps it: every value a string or blank. */
export type Values = Record<string, string | null>;
export interface Content {
  fields: Values;
  lines: Values[];
}

export const emptyContent: Content = { fields: {}, lines: [] };
export const priceBases = ['net', 'gross', 'none'] as const;
export type PriceBasis = (typeof priceBases)[number];
