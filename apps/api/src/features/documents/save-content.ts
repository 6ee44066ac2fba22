import { columnsOf } from '@danku/domain/documents/content.ts';
import type { Content, Kind, Values } from '@danku/domain/documents/kinds.ts';
import { parseMoney } from '@danku/domain/money/money.ts';

import type { Context } from '../../db/context.ts';
import { gramsOfText, searchTextOf } from './grams.ts';

/** Whose paper it is, from master data; null fields where no customer was named. */
export interface Customer {
  id: string | null;
  groupId: string | null;
  ownerId: string | null;
}

/** The parameters every statement that writes content shares, in the order of `contentColumns`. */
export function contentValues(kind: Kind, content: Content, customer: Customer, currency: string): unknown[] {
  const columns = columnsOf(kind, content.fields, currency);
  return [
    JSON.stringify(content.fields),
    searchTextOf(content),
    columns.number,
    columns.issueDate,
    columns.partyName,
    columns.partyTaxId,
    columns.currency,
    columns.netMinor,
    columns.taxMinor,
    columns.grossMinor,
    customer.id,
    customer.groupId,
    customer.ownerId,
  ];
}

export const contentColumns =
  'fields, search_text, number, issue_date, party_name, party_tax_id, currency, net_minor, tax_minor, gross_minor, customer_id, customer_group_id, owner_id';

/** Replaces a document's lines and what it is found by. Two statements, sent together. */
export async function saveLinesAndGrams(
  { tx }: Pick<Context, 'tx'>,
  id: string,
  content: Content,
  currency: string,
): Promise<void> {
  const lines = content.lines.map((line, index) => lineRow(line, index, currency));
  await tx.sql.query(replaceLines, [id, JSON.stringify(lines)]);
  await tx.sql.query(replaceGrams, [id, gramsOfText(searchTextOf(content))]);
}

/** Columns of a line for sums and search; a value that is no number yet stays only in `fields`. */
function lineRow(line: Values, index: number, currency: string): Record<string, unknown> {
  const decimal = (key: string) => (/^-?\d{1,12}(\.\d{1,13})?$/.test(line[key] ?? '') ? line[key] : null);
  const money = (key: string) => parseMoney(line[key] ?? '', currency)?.toString() ?? null;
  return {
    position: index + 1,
    description: line['description'] ?? null,
    specification: line['specification'] ?? null,
    unit: line['unit'] ?? null,
    quantity: decimal('quantity'),
    unit_price: decimal('unitPrice'),
    net_minor: money('netAmount'),
    tax_rate: line['taxRate'] ?? null,
    tax_minor: money('taxAmount'),
    fields: line,
  };
}

const replaceLines = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($2) AS l (position int, description text, specification text, unit text, quantity numeric,
      unit_price numeric, net_minor bigint, tax_rate text, tax_minor bigint, fields jsonb)),
  gone AS (DELETE FROM app.document_lines WHERE document_id = $1 AND position > (SELECT count(*) FROM given))
  INSERT INTO app.document_lines (document_id, position, description, specification, unit, quantity, unit_price, net_minor, tax_rate, tax_minor, fields)
  SELECT $1, position, description, specification, unit, quantity, unit_price, net_minor, tax_rate, tax_minor, fields FROM given
  ON CONFLICT (tenant_id, document_id, position) DO UPDATE SET description = excluded.description, specification = excluded.specification,
    unit = excluded.unit, quantity = excluded.quantity, unit_price = excluded.unit_price, net_minor = excluded.net_minor,
    tax_rate = excluded.tax_rate, tax_minor = excluded.tax_minor, fields = excluded.fields`;

const replaceGrams = `
  WITH gone AS (DELETE FROM app.document_grams WHERE document_id = $1 AND gram <> ALL ($2::text[]))
  INSERT INTO app.document_grams (gram, document_id) SELECT gram, $1 FROM unnest($2::text[]) AS gram ON CONFLICT DO NOTHING`;
