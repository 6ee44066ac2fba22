import { describe, expect, it } from 'vitest';
import { currencyDigits, formatMoney, largestMinor, parseMoney, toDecimal, toMinor } from './money.ts';

describe('parseMoney', () => {
  it.each([
    ['1,130.00', 'CNY', 113000n],
    ['1130', 'CNY', 113000n],
    ['¥1,130.5', 'CNY', 113050n],
    ['￥１，１３０．００', 'CNY', 113000n],
    ['CNY 1130.00', 'CNY', 113000n],
    ['-CNY1130.00', 'CNY', -113000n],
    ['1130.00元', 'CNY', 113000n],
    ['-113.00', 'CNY', -11300n],
    ['¥-113.00', 'CNY', -11300n],
    ['−113.00', 'CNY', -11300n],
    ['.5', 'CNY', 50n],
    ['5.', 'CNY', 500n],
    ['0.005', 'CNY', 1n],
    ['0.0049', 'CNY', 0n],
    ['-0.005', 'CNY', -1n],
    ['99999.995', 'CNY', 10000000n],
    ['1,234', 'JPY', 1234n],
    ['1234.5', 'JPY', 1235n],
    ['1.2345', 'KWD', 1235n],
  ])('reads %s %s', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toBe(minor);
  });

  it.each(['', '-', '.', 'abc', '1,13', '1,1300.00', '1.2.3', '12a', '1e5', '--1', '1234567890123456789.00'])(
    'refuses %j',
    (text) => {
      expect(parseMoney(text, 'CNY')).toBeNull();
      expect(() => toMinor(text, 'CNY')).toThrow(RangeError);
    },
  );
});

describe('toDecimal', () => {
  it.each([
    [113000n, 'CNY', '1130.00'],
    [5n, 'CNY', '0.05'],
    [-5n, 'CNY', '-0.05'],
    [0n, 'CNY', '0.00'],
    [1234n, 'JPY', '1234'],
    [-1234n, 'KWD', '-1.234'],
  ])('writes %s %s', (minor, currency, text) => {
    expect(toDecimal(minor, currency)).toBe(text);
    expect(toMinor(text, currency)).toBe(minor);
  });
});

it('knows the digits of a currency', () => {
  expect(['CNY', 'USD', 'EUR', 'JPY', 'KRW', 'kwd'].map(currencyDigits)).toEqual([2, 2, 2, 0, 0, 3]);
});

it('formats for people without losing a digit', () => {
  expect(formatMoney(113000n, 'CNY', 'zh-CN')).toBe('¥1,130.00');
  expect(formatMoney(113000n, 'CNY', 'en')).toBe('CN¥1,130.00');
  expect(formatMoney(-1234n, 'JPY', 'en')).toBe('-¥1,234');
  expect(formatMoney(largestMinor, 'USD', 'en')).toBe('$9,999,999,999,999,999.99');
});
