import { wallClock } from '../time/zone.ts';

export const longestNumber = 32;
/** The longest text that {TYPE} may stand for. */
const longestType = 4;

export type ResetRule = 'yearly' | 'monthly' | 'never';
export type PatternPart = { literal: string } | { field: 'TYPE' | 'YYYY' | 'YY' | 'MM' } | { field: 'SEQ'; width: number };
export type NumberPattern = { source: string; parts: readonly PatternPart[] };
export type PatternFault =
  | 'malformed'
  | 'sequence-missing'
  | 'sequence-repeated'
  | 'type-missing'
  | 'period-missing'
  | 'too-long';

/**
 * Reads a pattern such as `{TYPE}-{YYYY}{MM}-{SEQ:6}`. Fields: TYPE, YYYY, YY, MM, SEQ:width (1–12); between them
 * letters, digits and `- _ / .`. Null when it is malformed.
 */
export function parsePattern(source: string): NumberPattern | null {
  const parts: PatternPart[] = [];
  const token = /\{(TYPE|YYYY|YY|MM)\}|\{SEQ:(\d{1,2})\}|([A-Za-z0-9\-_/.]+)/y;
  while (token.lastIndex < source.length) {
    const match = token.exec(source);
    if (match === null) {
      return null;
    }
    const [, field, width, literal] = match;
    if (field === 'TYPE' || field === 'YYYY' || field === 'YY' || field === 'MM') {
      parts.push({ field });
    } else if (literal !== undefined) {
      parts.push({ literal });
    } else if (Number(width) >= 1 && Number(width) <= 12) {
      parts.push({ field: 'SEQ', width: Number(width) });
    } else {
      return null;
    }
  }
  return { source, parts };
}

/** Everything wrong with a pattern: two types, or two periods of a counter that restarts, must never give one number. */
export function checkPattern(source: string, reset: ResetRule): PatternFault[] {
  const pattern = parsePattern(source);
  if (pattern === null) {
    return ['malformed'];
  }
  const fields = pattern.parts.flatMap((part) => ('field' in part ? [part.field] : []));
  const sequences = fields.filter((field) => field === 'SEQ').length;
  const hasYear = fields.includes('YYYY') || fields.includes('YY');
  const lacksPeriod = (reset !== 'never' && !hasYear) || (reset === 'monthly' && !fields.includes('MM'));
  const longest = formatParts(pattern, { type: 'X'.repeat(longestType), year: 2000, month: 1, sequence: 1 });
  const faults: [boolean, PatternFault][] = [
    [sequences === 0, 'sequence-missing'],
    [sequences > 1, 'sequence-repeated'],
    [!fields.includes('TYPE'), 'type-missing'],
    [lacksPeriod, 'period-missing'],
    [longest.length > longestNumber, 'too-long'],
  ];
  return faults.flatMap(([present, fault]) => (present ? [fault] : []));
}

/** The row of the counter an approval at this instant belongs to: "2026", "202601", or "" when it never restarts. */
export function periodKey(reset: ResetRule, instant: Date, timeZone: string): string {
  const { year, month } = wallClock(instant, timeZone);
  if (reset === 'never') {
    return '';
  }
  return reset === 'yearly' ? String(year) : `${year}${String(month).padStart(2, '0')}`;
}

/** The number itself. A sequence wider than its field is written in full. RangeError beyond 32 characters. */
export function formatNumber(
  pattern: NumberPattern,
  facts: { type: string; sequence: number; instant: Date; timeZone: string },
): string {
  const { year, month } = wallClock(facts.instant, facts.timeZone);
  const number = formatParts(pattern, { type: facts.type, sequence: facts.sequence, year, month });
  if (number.length > longestNumber) {
    throw new RangeError(`number longer than ${longestNumber} characters: ${number}`);
  }
  return number;
}

function formatParts(pattern: NumberPattern, facts: { type: string; sequence: number; year: number; month: number }): string {
  const texts = {
    TYPE: facts.type,
    YYYY: String(facts.year),
    YY: String(facts.year % 100).padStart(2, '0'),
    MM: String(facts.month).padStart(2, '0'),
  };
  return pattern.parts
    .map((part) => {
      if ('literal' in part) {
        return part.literal;
      }
      return part.field === 'SEQ' ? String(facts.sequence).padStart(part.width, '0') : texts[part.field];
    })
    .join('');
}

/** The sequences from 1 to the highest known that are neither used nor in the void register. */
export function gapsOf(used: Iterable<number>, voided: Iterable<number>): number[] {
  const known = new Set([...used, ...voided]);
  const highest = [...known].reduce((top, sequence) => Math.max(top, sequence), 0);
  return Array.from({ length: highest }, (_, index) => index + 1).filter((sequence) => !known.has(sequence));
}

/** The registry number of the nth amendment: SO-202601-000123 → SO-202601-000123-A1, whose successor is -A2. */
export function amendedNumber(registryNumber: string, amendment: number): string {
  return `${originalNumber(registryNumber)}-A${amendment}`;
}

/** The registry number without its amendment suffix. */
export function originalNumber(registryNumber: string): string {
  return registryNumber.replace(/-A\d+$/, '');
}
