import type { Document } from '@danku/contract/document-shapes.ts';
import { kindDefinitions } from '@danku/domain/documents/kind-definitions.ts';
import type { FieldDefinition } from '@danku/domain/documents/kinds.ts';
import type { Language } from '@danku/words/language.ts';
import type { Translate } from '@danku/words/translate.ts';
import { formatMoney, formatPercent, formatQuantity } from '../../i18n/format.ts';

/** The path of a fault that is of no field but of the paper as a whole. */
export const wholeDocument = '/';

/** One thing that can be looked at and marked: a header field, a cell of a line, or the whole document. */
export interface Target {
  /** JSON pointer into the content, "/fields/number" or "/lines/2/quantity"; "/" is the whole document. */
  path: string;
  label: string;
  /** As a person reads it; null where it is blank. */
  value: string | null;
  field: FieldDefinition;
}

export interface TargetLine {
  index: number;
  cells: Target[];
}

export interface Targets {
  fields: Target[];
  lines: TargetLine[];
}

/** Everything of a document that can be marked, in the order of the form; blank optional fields are left out. */
export function targetsOf(document: Document, t: Translate, language: Language): Targets {
  const { fields, lineFields } = kindDefinitions[document.kind];
  const known = new Set(fields.map(({ key }) => key));
  const extra = Object.keys(document.fields).filter((key) => !known.has(key));
  const all: FieldDefinition[] = [...fields, ...extra.map((key): FieldDefinition => ({ key, type: 'text' }))];
  const say = (field: FieldDefinition, value: string | null | undefined) => sayValue(field, value, t, language);
  return {
    fields: all
      .filter(({ key, required }) => required === true || isWritten(document.fields[key]))
      .map((field) => ({
        path: `/fields/${field.key}`,
        label: sayField(t, field.key),
        value: say(field, document.fields[field.key]),
        field,
      })),
    lines: document.lines.map((line, index) => ({
      index,
      cells: lineFields.map((field) => ({
        path: `/lines/${index}/${field.key}`,
        label: sayPath(t, `/lines/${index}/${field.key}`),
        value: say(field, line[field.key]),
        field,
      })),
    })),
  };
}

/** All targets in the order in which `j` and `k` pass through them. */
export function flatten({ fields, lines }: Targets): Target[] {
  return [...fields, ...lines.flatMap(({ cells }) => cells.filter(({ value }) => value !== null))];
}

export function sayField(t: Translate, key: string): string {
  const word = `field.${key}`;
  return t.has(word) ? t(word) : key;
}

/** What a path means to a person: "Number", "Line 3 · Quantity", "The whole document". */
export function sayPath(t: Translate, path: string): string {
  const [, part, first, second] = path.split('/');
  if (part === 'fields' && first !== undefined) {
    return sayField(t, first);
  }
  if (part === 'lines' && first !== undefined) {
    const line = t('document.diff.line', { number: Number(first) + 1 });
    return second === undefined ? line : `${line} · ${sayField(t, second)}`;
  }
  return t('review.sendBack.general');
}

/** A value as it is read in its language; null where there is none. */
export function sayValue(
  field: Pick<FieldDefinition, 'key' | 'type'>,
  value: string | null | undefined,
  t: Translate,
  language: Language,
): string | null {
  if (!isWritten(value)) {
    return null;
  }
  if (field.type === 'money') {
    return formatMoney(value, language);
  }
  if (field.type === 'quantity' || field.type === 'price') {
    return formatQuantity(value, language);
  }
  if (field.type === 'rate') {
    return formatPercent(value, language);
  }
  const word = `choice.${field.key}.${value}`;
  return field.type === 'choice' && t.has(word) ? t(word) : value;
}

/** A value out of a difference: a whole line is said by its parts. */
export function sayDiffValue(value: unknown): string | null {
  if (value === null || value === undefined) {
    return null;
  }
  if (typeof value === 'object') {
    const parts = Object.values(value).filter((part): part is string => typeof part === 'string' && part !== '');
    return parts.join(' · ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isWritten(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && value !== '';
}
