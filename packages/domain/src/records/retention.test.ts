import { describe, expect, it } from 'vitest';
import { disposableFrom, fiscalYearOf, protectedThrough, reasonsToKeep, retentionDefaults } from './retention.ts';

describe('the term', () => {
  it.each([
    ['2026-03-15', 30, 1, '2056-12-31', '2057-01-01'],
    ['2026-06-30', 10, 1, '2036-12-31', '2037-01-01'],
    ['2026-01-01', 30, 1, '2056-12-31', '2057-01-01'],
    ['2026-12-31', 30, 1, '2056-12-31', '2057-01-01'],
    ['2026-03-15', 30, 4, '2056-03-31', '2056-04-01'],
    ['2026-04-01', 30, 4, '2057-03-31', '2057-04-01'],
    ['2026-03-15', 10, 3, '2037-02-28', '2037-03-01'],
    ['2026-03-15', 5, 12, '2031-11-30', '2031-12-01'],
  ])('of %s, %s years, fiscal year from month %s, protects through %s', (date, years, month, last, first) => {
    expect(protectedThrough(date, years, month)).toBe(last);
    expect(disposableFrom(date, years, month)).toBe(first);
  });

  it('never ends for what is permanent', () => {
    expect(disposableFrom('2026-03-15', null)).toBeNull();
    expect(protectedThrough('2026-03-15', null)).toBeNull();
  });

  it('belongs to the fiscal year of the issue date', () => {
    expect(fiscalYearOf('2026-03-31', 4)).toBe(2025);
    expect(fiscalYearOf('2026-04-01', 4)).toBe(2026);
    expect(fiscalYearOf('2026-03-31')).toBe(2026);
  });
});

describe('reasonsToKeep', () => {
  const invoice = { issueDate: '2026-03-15', years: 30, startMonth: 1, activeHolds: 0, isUnsettled: false };

  it.each([
    [{}, '2056-12-31', ['not-expired']],
    [{}, '2057-01-01', []],
    [{ activeHolds: 1 }, '2057-01-01', ['on-hold']],
    [{ activeHolds: 2 }, '2026-04-01', ['not-expired', 'on-hold']],
    [{ isUnsettled: true }, '2057-01-01', ['unsettled']],
    [{ years: null }, '2999-01-01', ['permanent']],
  ])('%o on %s', (change, today, reasons) => {
    expect(reasonsToKeep({ ...invoice, ...change }, today)).toEqual(reasons);
  });
});

it('has a default for each of the ten kinds', () => {
  expect(retentionDefaults.map((row) => `${row.kind} ${row.years}`)).toEqual([
    'QT 10',
    'SC 30',
    'SO 30',
    'DN 30',
    'POD 30',
    'INV 30',
    'CN 30',
    'RT 30',
    'RC 30',
    'ST 10',
  ]);
});
