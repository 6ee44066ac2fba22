import type { Document, Keyed, keyedFields } from '@danku/contract/document-shapes.ts';
import { grossFieldOf } from '@danku/domain/documents/content.ts';
import { kindDefinitions } from '@danku/domain/documents/kind-definitions.ts';
import { checkCreditCode, normaliseCreditCode } from '@danku/domain/identity/credit-code.ts';
import { isDate } from '@danku/domain/time/zone.ts';

export type KeyedField = (typeof keyedFields)[number];
export type KeyedTexts = Record<KeyedField, string>;
export type KeyedFault = 'required' | 'date' | 'amount' | 'tax-id';

export const blankTexts: KeyedTexts = { number: '', issueDate: '', partyTaxId: '', grossTotal: '' };

/** The fields a blind reviewer keys for this kind, and where each lies in the document. */
export function keyedFieldsOf(kind: Document['kind']): { field: KeyedField; path: string; isRequired: boolean }[] {
  const gross = grossFieldOf(kind);
  const places: [KeyedField, string | null][] = [
    ['number', 'number'],
    ['issueDate', 'issueDate'],
    ['partyTaxId', 'buyerTaxId'],
    ['grossTotal', gross],
  ];
  return places.flatMap(([field, key]) => {
    const definition = kindDefinitions[kind].fields.find((one) => one.key === key);
    return definition === undefined
      ? []
      : [{ field, path: `/fields/${definition.key}`, isRequired: definition.required === true }];
  });
}

/** What was keyed as the API takes it, or what is wrong with each field. Spaces, ¥ and thousands marks are forgiven. */
export function readKeyed(
  kind: Document['kind'],
  texts: KeyedTexts,
): { keyed: Keyed; faults: Partial<Record<KeyedField, KeyedFault>> } {
  const keyed: Keyed = { number: null, issueDate: null, partyTaxId: null, grossTotal: null };
  const faults: Partial<Record<KeyedField, KeyedFault>> = {};
  for (const { field, isRequired } of keyedFieldsOf(kind)) {
    const { value, fault } = read(field, texts[field].normalize('NFKC').trim());
    keyed[field] = value;
    if (fault !== undefined || (value === null && isRequired)) {
      faults[field] = fault ?? 'required';
    }
  }
  return { keyed, faults };
}

/** A tax id of the right shape whose check digit does not fit: worth a second look, but the paper may be wrong, too. */
export function hasOddCheckDigit(text: string): boolean {
  return normaliseCreditCode(text).length === 18 && !checkCreditCode(text).ok;
}

function read(field: KeyedField, text: string): { value: string | null; fault?: KeyedFault } {
  if (text === '') {
    return { value: null };
  }
  if (field === 'issueDate') {
    const date = isoDate(text);
    return date === null ? { value: null, fault: 'date' } : { value: date };
  }
  if (field === 'partyTaxId') {
    const code = normaliseCreditCode(text);
    return /^[0-9A-Z]{15,20}$/.test(code) ? { value: code } : { value: null, fault: 'tax-id' };
  }
  if (field === 'grossTotal') {
    const amount = text.replaceAll(/[\s,¥￥]/g, '').replace('−', '-');
    return /^-?\d{1,15}(\.\d{1,2})?$/.test(amount) ? { value: amount } : { value: null, fault: 'amount' };
  }
  return { value: text };
}

/** "2026-8-22", "2026/08/22", "20260822" and "2026年8月22日" are one day. */
function isoDate(text: string): string | null {
  const found = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})日?$/.exec(text);
  if (found === null) {
    return null;
  }
  const date = `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}
