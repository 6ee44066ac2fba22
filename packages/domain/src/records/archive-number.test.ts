import { expect, it } from 'vitest';
import { formatArchiveNumber, parseArchiveNumber } from './archive-number.ts';

const parts = { fonds: 'Z001', year: 2026, retentionYears: 30, department: 'FIN', category: 'INV', item: 57 };

it.each([
  [parts, 'Z001-2026-30Y-FIN-INV-000057'],
  [{ ...parts, retentionYears: null, item: 1_234_567 }, 'Z001-2026-PERM-FIN-INV-1234567'],
])('writes and reads %o', (facts, number) => {
  expect(formatArchiveNumber(facts)).toBe(number);
  expect(parseArchiveNumber(number)).toEqual(facts);
});

it('refuses parts that would blur the pattern', () => {
  expect(() => formatArchiveNumber({ ...parts, fonds: 'Z-1' })).toThrow(RangeError);
  expect(() => formatArchiveNumber({ ...parts, department: '' })).toThrow(RangeError);
  expect(parseArchiveNumber('Z001-2026-30-FIN-INV-000057')).toBeNull();
});
