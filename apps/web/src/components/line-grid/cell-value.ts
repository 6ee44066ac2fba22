import { Decimal } from 'decimal.js';
import { calculate } from './arithmetic.ts';

/** What a column holds. Rates are fractions ("0.13") shown as percent; all numbers are decimal strings. */
export type CellKind = 'text' | 'date' | 'quantity' | 'price' | 'money' | 'rate';

export type ReadCell = { ok: true; value: string | null } | { ok: false };

/** Reads what a person typed or pasted: full-width digits, grouping, currency signs, percent and `=12*3.5` are understood. */
export function readCell(kind: CellKind, typed: string): ReadCell {
  const text = typed.normalize('NFKC').trim();
  if (text === '') {
    return { ok: true, value: null };
  }
  if (kind === 'text') {
    return { ok: true, value: typed.trim() };
  }
  return kind === 'date' ? readDate(text) : readNumber(kind, text);
}

/** A value as it stands in a cell that nobody edits. */
export function showCell(kind: CellKind, value: string | null | undefined): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (!isNumber(value)) {
    return value;
  }
  if (kind === 'rate') {
    return `${new Decimal(value).times(100).toFixed()}%`;
  }
  return kind === 'money' ? padded(value) : value;
}

export function isNumeric(kind: CellKind): boolean {
  return kind !== 'text' && kind !== 'date';
}

function readNumber(kind: CellKind, text: string): ReadCell {
  const isFormula = text.startsWith('=');
  const bare = text.replace(/[=,\s¥$€£元]/g, '').replace('−', '-');
  const isPercent = bare.endsWith('%');
  const digits = isPercent ? bare.slice(0, -1) : bare;
  const value = isFormula ? calculate(digits) : isNumber(digits) ? new Decimal(digits) : null;
  if (value === null) {
    return { ok: false };
  }
  if (kind === 'rate') {
    // A rate of 1 or more was meant in percent: nobody charges 1300 %.
    return { ok: true, value: (isPercent || value.abs().gte(1) ? value.div(100) : value).toFixed() };
  }
  return isPercent
    ? { ok: false }
    : { ok: true, value: kind === 'money' ? padded(value.toDecimalPlaces(4).toFixed()) : plain(isFormula, digits, value) };
}

/** What was typed keeps its trailing zeros, as on the paper; what was worked out has none. */
function plain(isFormula: boolean, digits: string, value: Decimal): string {
  return isFormula || digits.startsWith('+') || digits.startsWith('.') ? value.toFixed() : digits;
}

function padded(value: string): string {
  const number = new Decimal(value);
  return number.toFixed(Math.max(2, number.decimalPlaces()));
}

function readDate(text: string): ReadCell {
  const parts = /^(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?$/.exec(text);
  if (parts === null) {
    return { ok: false };
  }
  const iso = `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;
  const moment = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? { ok: true, value: iso } : { ok: false };
}

function isNumber(text: string): boolean {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(text);
}
