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

/** The two-character grams a document is found by. */
export function gramsOfDocument(content: Content, extra: readonly (string | null)[] = []): string[] {
  const texts = [
    ...Object.entries(content.fields).flatMap(([key, value]) => (searched.has(key) || key.startsWith('x') ? [value] : [])),
    ...content.lines.flatMap((line) => Object.entries(line).flatMap(([key, value]) => (searchedInLines.has(key) ? [value] : []))),
    ...extra,
  ];
  const grams = new Set<string>();
  for (const text of texts) {
    for (const gram of gramsOf(normaliseText(text ?? ''))) {
      grams.add(gram);
    }
  }
  return [...grams];
}
