import type { Document, Keyed } from '@danku/contract/document-shapes.ts';
import { isSameValue } from '@danku/domain/documents/same-value.ts';
import { normaliseCreditCode } from '@danku/domain/identity/credit-code.ts';
import type { FieldVerdict } from '@danku/domain/events.ts';
import type { KeyedField } from './keyed-values.ts';
import { keyedFieldsOf } from './keyed-values.ts';

/** What the clerk (first) and the reviewers read for one field. */
export interface Reading {
  field: KeyedField;
  path: string;
  values: (string | null)[];
  agree: boolean;
}

export type Chosen = Partial<Record<KeyedField, number>>;

export function readingsOf(document: Document): Reading[] {
  return keyedFieldsOf(document.kind).map(({ field, path }) => {
    const key = path.replace('/fields/', '');
    const values = [document.fields[key] ?? null, ...document.keyed.map((one) => one.values[field] ?? null)];
    return { field, path, values, agree: values.every((value) => isSameReading(field, value, values[0])) };
  });
}

/** Where all three agree there is nothing to choose. */
export function startingChoice(readings: readonly Reading[]): Chosen {
  return Object.fromEntries(readings.filter(({ agree }) => agree).map(({ field }) => [field, 0]));
}

/** The values chosen, once there is one for every field; else null. */
export function chosenValues(readings: readonly Reading[], chosen: Chosen): Keyed | null {
  if (readings.some(({ field }) => chosen[field] === undefined)) {
    return null;
  }
  const keyed: Keyed = { number: null, issueDate: null, partyTaxId: null, grossTotal: null };
  for (const { field, values } of readings) {
    keyed[field] = values[chosen[field] ?? 0] ?? null;
  }
  return keyed;
}

/** The fields in which the clerk was not followed, as faults to send back with the value that was. */
export function faultsOf(readings: readonly Reading[], chosen: Chosen): FieldVerdict[] {
  return readings.flatMap(({ field, path, values }) => {
    const suggested = values[chosen[field] ?? 0] ?? null;
    return isSameReading(field, suggested, values[0]) ? [] : [{ path, errorClass: classOf[field], suggested }];
  });
}

/** "5091.2" and "5091.20" are one amount, "91330106 maxd" and "91330106MAXD" one code. */
function isSameReading(field: KeyedField, one: string | null | undefined, other: string | null | undefined): boolean {
  return isSameValue(plain(field, one), plain(field, other));
}

function plain(field: KeyedField, value: string | null | undefined): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (field === 'grossTotal') {
    return value.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  }
  return field === 'partyTaxId' ? normaliseCreditCode(value) : value;
}

const classOf = { number: 'other', issueDate: 'date', partyTaxId: 'tax-id', grossTotal: 'digits-swapped' } as const;
