import { describe, expect, it } from 'vitest';
import { amendedNumber, checkPattern, formatNumber, gapsOf, originalNumber, parsePattern, periodKey } from './numbering.ts';

const usual = '{TYPE}-{YYYY}{MM}-{SEQ:6}';
const zone = 'Asia/Shanghai';
const january = new Date('2026-01-05T01:00:00Z');

function format(source: string, sequence: number, instant = january): string {
  const pattern = parsePattern(source);
  return pattern === null ? 'malformed' : formatNumber(pattern, { type: 'SO', sequence, instant, timeZone: zone });
}

describe('formatNumber', () => {
  it.each([
    [usual, 123, 'SO-202601-000123'],
    ['{TYPE}{YY}/{SEQ:4}', 7, 'SO26/0007'],
    [usual, 1_234_567, 'SO-202601-1234567'],
    ['A.{TYPE}_{SEQ:1}', 12, 'A.SO_12'],
  ])('%s of %s', (source, sequence, number) => {
    expect(format(source, sequence)).toBe(number);
  });

  it('takes the month from the time zone of the tenant', () => {
    expect(format(usual, 1, new Date('2026-01-31T16:00:00Z'))).toBe('SO-202602-000001');
    expect(format(usual, 1, new Date('2026-01-31T15:59:59Z'))).toBe('SO-202601-000001');
  });

  it('refuses more than 32 characters', () => {
    expect(() => format(`${'X'.repeat(20)}-{TYPE}-{SEQ:12}`, 1)).toThrow(RangeError);
  });
});

describe('checkPattern', () => {
  it.each([
    [usual, 'monthly', []],
    [usual, 'yearly', []],
    ['{TYPE}-{SEQ:6}', 'never', []],
    ['{TYPE}-{SEQ:6}', 'yearly', ['period-missing']],
    ['{TYPE}-{YYYY}-{SEQ:6}', 'yearly', []],
    ['{TYPE}-{YYYY}-{SEQ:6}', 'monthly', ['period-missing']],
    ['{TYPE}-{MM}-{SEQ:6}', 'monthly', ['period-missing']],
    ['{YYYY}-{SEQ:6}', 'yearly', ['type-missing']],
    ['{TYPE}-{YYYY}', 'yearly', ['sequence-missing']],
    ['{TYPE}-{YYYY}-{SEQ:3}-{SEQ:3}', 'yearly', ['sequence-repeated']],
    [`${'X'.repeat(20)}{TYPE}{SEQ:9}`, 'never', ['too-long']],
    [`${'X'.repeat(20)}{TYPE}{SEQ:8}`, 'never', []],
    ['{TYPE}-{DAY}-{SEQ:6}', 'never', ['malformed']],
    ['{TYPE} {SEQ:6}', 'never', ['malformed']],
    ['{TYPE}-{SEQ}', 'never', ['malformed']],
    ['{TYPE}-{SEQ:0}', 'never', ['malformed']],
    ['{TYPE}-{SEQ:13}', 'never', ['malformed']],
    ['单{TYPE}{SEQ:6}', 'never', ['malformed']],
    ['', 'never', ['sequence-missing', 'type-missing']],
  ] as const)('%s, %s', (source, reset, faults) => {
    expect(checkPattern(source, reset)).toEqual(faults);
  });
});

it('keys a counter by period in the tenant’s time zone', () => {
  const newYear = new Date('2025-12-31T16:00:00Z');
  expect(periodKey('yearly', newYear, zone)).toBe('2026');
  expect(periodKey('monthly', newYear, zone)).toBe('202601');
  expect(periodKey('monthly', newYear, 'UTC')).toBe('202512');
  expect(periodKey('never', newYear, zone)).toBe('');
});

it('finds the gaps', () => {
  expect(gapsOf([1, 2, 5, 7], [4])).toEqual([3, 6]);
  expect(gapsOf([3], [])).toEqual([1, 2]);
  expect(gapsOf([1], [2])).toEqual([]);
  expect(gapsOf([], [])).toEqual([]);
});

it('suffixes amendments', () => {
  expect(amendedNumber('SO-202601-000123', 1)).toBe('SO-202601-000123-A1');
  expect(amendedNumber('SO-202601-000123-A1', 2)).toBe('SO-202601-000123-A2');
  expect(originalNumber('SO-202601-000123-A12')).toBe('SO-202601-000123');
  expect(originalNumber('SO-202601-000123')).toBe('SO-202601-000123');
});
