import { parseMoney } from '../money/money.ts';
import { isDate } from '../time/zone.ts';
import type { Finding } from './finding.ts';
import type { Content, FieldDefinition, KindDefinition, Values } from './kinds.ts';

/** Whether each value has the shape of its field: present where required, no longer than allowed, a date, an amount, a choice. */
export function shapeFindings(definition: KindDefinition, content: Content): Finding[] {
  const currency = content.fields['currency'] ?? 'CNY';
  const header = definition.fields.flatMap((field) => fieldFinding(field, content.fields, '/fields', currency));
  const lines = content.lines.flatMap((line, index) =>
    definition.lineFields.flatMap((field) => fieldFinding(lineField(field, line), line, `/lines/${index}`, currency)),
  );
  const missingLines: Finding[] =
    definition.linesRequired && content.lines.length === 0 ? [{ code: 'no-lines', severity: 'error', path: '/lines' }] : [];
  return [...header, ...missingLines, ...lines];
}

/** A discount line (negative amount, no quantity) names no rate of its own when it has none, and needs no quantity. */
function lineField(field: FieldDefinition, line: Values): FieldDefinition {
  const isDiscount = (line['netAmount'] ?? '').startsWith('-') && (line['quantity'] ?? null) === null;
  return isDiscount && field.key === 'quantity' ? { ...field, required: false } : field;
}

function fieldFinding(field: FieldDefinition, values: Values, prefix: string, currency: string): Finding[] {
  const path = `${prefix}/${field.key}`;
  const value = values[field.key] ?? null;
  if (value === null) {
    return field.required === true ? [{ code: 'required', severity: 'error', path }] : [];
  }
  if (field.maxLength !== undefined && value.length > field.maxLength) {
    return [{ code: 'too-long', severity: 'error', path, params: { maximum: String(field.maxLength) } }];
  }
  const code = shapeFault(field, value, currency);
  return code === null ? [] : [{ code, severity: 'error', path }];
}

/** Printed precision is kept: up to 12 digits before the point and 13 after it (数电票). */
const decimal = /^-?\d{1,12}(\.\d{1,13})?$/;
const rate = /^(0(\.\d{1,4})?|1|exempt|not-taxed)$/;

function shapeFault(field: FieldDefinition, value: string, currency: string): string | null {
  switch (field.type) {
    case 'date':
      return isDate(value) ? null : 'not-a-date';
    case 'money':
      return parseMoney(value, currency) === null ? 'not-an-amount' : null;
    case 'quantity':
    case 'price':
      return decimal.test(value) ? null : 'not-a-number';
    case 'rate':
      return rate.test(value) ? null : 'not-a-rate';
    case 'currency':
      return /^[A-Z]{3}$/.test(value) ? null : 'not-a-currency';
    case 'choice':
      return field.choices?.includes(value) === true ? null : 'not-a-choice';
    case 'text':
    case 'long-text':
    case 'code':
    case 'tax-id':
    case 'amount-in-words':
      return null;
  }
}
