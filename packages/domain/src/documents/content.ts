import { parseMoney } from '../money/money.ts';
import { isDate } from '../time/zone.ts';
import type { Content, FieldDefinition, Kind, KindDefinition, Values } from './kinds.ts';
import { kindDefinitions } from './kind-definitions.ts';

/** A kind with the fields that an organisation's document type adds. */
export function definitionOf(kind: Kind, extraFields: readonly FieldDefinition[] = []): KindDefinition {
  const definition = kindDefinitions[kind];
  return extraFields.length === 0 ? definition : { ...definition, fields: [...definition.fields, ...extraFields] };
}

/** Trims every value, turns blanks to null and drops lines in which nothing is written. Keys it does not know are dropped too. */
export function tidyContent(definition: KindDefinition, content: Content): Content {
  return {
    fields: tidyValues(definition.fields, content.fields),
    lines: content.lines
      .map((line) => tidyValues(definition.lineFields, line))
      .filter((line) => Object.values(line).some((value) => value !== null)),
  };
}

/** Field keys that a kind does not have: a mistake of the caller, told rather than dropped in silence. */
export function unknownKeys(definition: KindDefinition, content: Content): string[] {
  const header = new Set(definition.fields.map((field) => field.key));
  const line = new Set(definition.lineFields.map((field) => field.key));
  return [
    ...Object.keys(content.fields)
      .filter((key) => !header.has(key))
      .map((key) => `/fields/${key}`),
    ...content.lines.flatMap((values, index) =>
      Object.keys(values)
        .filter((key) => !line.has(key))
        .map((key) => `/lines/${index}/${key}`),
    ),
  ];
}

function tidyValues(definitions: readonly FieldDefinition[], values: Values): Values {
  const tidy: Values = {};
  for (const { key, type } of definitions) {
    const value = values[key];
    if (value === undefined || value === null || value.trim() === '') {
      continue;
    }
    tidy[key] = type === 'long-text' ? value.trim() : value.trim().replaceAll(/\s+/g, ' ');
  }
  return tidy;
}

/** What lists sort and filter by, drawn from the content. Amounts are minor units; null where the field is blank or no amount. */
export interface DocumentColumns {
  number: string | null;
  issueDate: string | null;
  partyName: string | null;
  partyTaxId: string | null;
  currency: string;
  netMinor: bigint | null;
  taxMinor: bigint | null;
  grossMinor: bigint | null;
}

/** The party is the customer: the buyer, on a receipt the payer. A statement's gross is its closing balance. */
export function columnsOf(kind: Kind, fields: Values, tenantCurrency: string): DocumentColumns {
  const currency = fields['currency'] ?? tenantCurrency;
  const money = (key: string) => parseMoney(fields[key] ?? '', currency);
  const issueDate = fields['issueDate'] ?? null;
  return {
    number: fields['number'] ?? null,
    issueDate: issueDate !== null && isDate(issueDate) ? issueDate : null,
    partyName: fields['buyerName'] ?? null,
    partyTaxId: fields['buyerTaxId'] ?? null,
    currency,
    netMinor: money('netTotal'),
    taxMinor: money('taxTotal'),
    grossMinor: money(kind === 'ST' ? 'closingBalance' : 'grossTotal'),
  };
}

/** Which field holds the gross amount that a blind reviewer keys. */
export function grossFieldOf(kind: Kind): string | null {
  if (kind === 'ST') {
    return 'closingBalance';
  }
  return kindDefinitions[kind].fields.some((field) => field.key === 'grossTotal') ? 'grossTotal' : null;
}
