import type { Content } from '@danku/domain/documents/kinds.ts';
import { gramsOf, normaliseText } from '@danku/domain/text/grams.ts';

/** Fields that say what a document is about; dates and choices are filtered, not searched. */
const searched = new Set([
  'number',
  'invoiceCode',
  'buyerName',
  'buyerTaxId',
  'sellerName',
  'sellerTaxId',
  'orderNumber',
  'deliveryNumber',
  'originalNumber',
  'redLetterNumber',
  'trackingNumber',
  'bankReference',
  'grossTotal',
  'netTotal',
  'closingBalance',
  'remark',
  'signer',
  'salesperson',
  'shipTo',
]);
const searchedInLines = new Set(['description', 'specification', 'lot', 'reference']);

/** The text a document is found by, normalised, one value a line. */
export function searchTextOf(content: Content): string {
  const texts = [
    ...Object.entries(content.fields).flatMap(([key, value]) => (searched.has(key) || key.startsWith('x') ? [value] : [])),
    ...content.lines.flatMap((line) => Object.entries(line).flatMap(([key, value]) => (searchedInLines.has(key) ? [value] : []))),
  ];
  return [...new Set(texts.map((text) => normaliseText(text ?? '')))].filter((text) => text !== '').join('\n');
}

/** The two-character grams that find it. Grams of different values may together look like a word: the text decides. */
export function gramsOfText(searchText: string): string[] {
  return [...new Set(searchText.split('\n').flatMap(gramsOf))];
}
