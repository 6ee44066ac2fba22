import { describe, expect, it } from 'vitest';
import { calculate } from './arithmetic.ts';
import type { CellKind } from './cell-value.ts';
import { readCell, showCell } from './cell-value.ts';
import { isTable, parseTable } from './clipboard.ts';

describe('calculate', () => {
  it.each([
    ['12*3.5', '42'],
    ['1+2*3', '7'],
    ['(1+2)*3', '9'],
    ['0.1+0.2', '0.3'],
    ['10/3', '3.3333333333333'],
    ['-4--2', '-2'],
    ['2*-3', '-6'],
  ])('works out %s', (text, result) => {
    expect(calculate(text)?.toFixed()).toBe(result);
  });

  it.each(['', '1+', '(1', '1)', '2**3', '1/0', 'alert(1)', '1e5'])('refuses "%s"', (text) => {
    expect(calculate(text)).toBeNull();
  });
});

describe('readCell', () => {
  it.each<[CellKind, string, string | null]>([
    ['money', '1,234.5', '1234.50'],
    ['money', '¥１２', '12.00'],
    ['money', '−5', '-5.00'],
    ['money', '=12*3.5', '42.00'],
    ['quantity', '20.500', '20.500'],
    ['price', '=1/8', '0.125'],
    ['rate', '13', '0.13'],
    ['rate', '13%', '0.13'],
    ['rate', '0.13', '0.13'],
    ['rate', '0', '0'],
    ['date', '2024年8月2日', '2024-08-02'],
    ['date', '20240822', '2024-08-22'],
    ['text', '  电阻 ', '电阻'],
    ['text', '=1+1', '=1+1'],
    ['money', '  ', null],
  ])('%s: "%s" is %s', (kind, typed, value) => {
    expect(readCell(kind, typed)).toEqual({ ok: true, value });
  });

  it.each<[CellKind, string]>([
    ['money', 'abc'],
    ['money', '1.2.3'],
    ['quantity', '5%'],
    ['date', '2024-02-30'],
    ['price', '=cmd()'],
  ])('%s: "%s" is no value', (kind, typed) => {
    expect(readCell(kind, typed)).toEqual({ ok: false });
  });

  it('reads back what it shows', () => {
    expect(showCell('rate', '0.13')).toBe('13%');
    expect(showCell('money', '5.1')).toBe('5.10');
    expect(showCell('quantity', '5.100')).toBe('5.100');
    expect(showCell('money', null)).toBe('');
  });
});

describe('parseTable', () => {
  it('reads what spreadsheets copy', () => {
    expect(parseTable('a\tb\r\n1\t2\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(parseTable('"x\ty ""z"""\t2\n\t3')).toEqual([
      ['x\ty "z"', '2'],
      ['', '3'],
    ]);
  });

  it('leaves a single word to the cell', () => {
    expect(isTable('电阻')).toBe(false);
    expect(isTable('电阻\n')).toBe(false);
    expect(isTable('a\tb')).toBe(true);
  });
});
