import { describe, expect, it } from 'vitest';
import { blankTexts, hasOddCheckDigit, keyedFieldsOf, readKeyed } from './keyed-values.ts';

describe('what a blind reviewer keys', () => {
  it.each(['2026-8-22', '2026/08/22', '20260822', '2026年8月22日', '２０２６．８．２２'])(
    'takes %s for the same day',
    (issueDate) => {
      expect(readKeyed('INV', { ...blankTexts, issueDate }).keyed.issueDate).toBe('2026-08-22');
    },
  );

  it.each(['2026-02-30', '22.8.2026', 'today'])('does not take %s for a day', (issueDate) => {
    expect(readKeyed('INV', { ...blankTexts, issueDate }).faults.issueDate).toBe('date');
  });

  it.each([
    ['¥5,091.22', '5091.22'],
    ['−113', '-113'],
    [' 1 000.5 ', '1000.5'],
  ])('reads the amount %s as %s', (grossTotal, amount) => {
    expect(readKeyed('INV', { ...blankTexts, grossTotal }).keyed.grossTotal).toBe(amount);
  });

  it('asks for what the kind requires, and only for what it has', () => {
    expect(Object.keys(readKeyed('INV', blankTexts).faults)).toEqual(['number', 'issueDate', 'grossTotal']);
    expect(keyedFieldsOf('POD').map(({ field }) => field)).toEqual(['number', 'issueDate', 'partyTaxId']);
    expect(keyedFieldsOf('ST').at(-1)?.path).toBe('/fields/closingBalance');
  });

  it('only wonders at a check digit: the paper may be wrong', () => {
    const texts = { ...blankTexts, partyTaxId: '91440101ma5cjq4n58' };
    expect(hasOddCheckDigit(texts.partyTaxId)).toBe(true);
    expect(readKeyed('INV', texts).keyed.partyTaxId).toBe('91440101MA5CJQ4N58');
    expect(readKeyed('INV', { ...blankTexts, partyTaxId: '123' }).faults.partyTaxId).toBe('tax-id');
  });
});
