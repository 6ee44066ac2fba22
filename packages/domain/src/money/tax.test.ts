import { describe, expect, it } from 'vitest';
import { isRateOn, taxRatesOn } from './tax-rates.ts';
import { checkLine, checkTotals, fromGross, lineNet, lineTax, lineTotals, totalsOf } from './tax.ts';

const line = (quantity: string, unitPrice: string, rate: string) => {
  const net = lineNet(quantity, unitPrice);
  return { quantity, unitPrice, rate, net, tax: lineTax(net, rate) };
};

describe('net and tax', () => {
  const lines = [line('3', '33.33', '0.13'), line('7', '19.99', '0.13'), line('1', '0.05', '0.06')];

  it('rounds each line half up and sums the header', () => {
    expect(lines.map(({ net, tax }) => [net, tax])).toEqual([
      [9999n, 1300n],
      [13993n, 1819n],
      [5n, 0n],
    ]);
    expect(totalsOf(lines)).toEqual({ net: 23997n, tax: 3119n, gross: 27116n });
  });

  it('agrees with the vector of the matching rules', () => {
    expect(line('97', '50.40', '0.13')).toMatchObject({ net: 488880n, tax: 63554n });
  });

  it('rounds negative amounts away from zero too, so that a red paper mirrors its original', () => {
    expect(lineTax(-9999n, '0.13')).toBe(-1300n);
    expect(lineNet('-1', '0.005')).toBe(-1n);
  });

  it('keeps thirteen decimals of quantity and price', () => {
    expect(lineNet('123456789.1234567890123', '0.0000000000001')).toBe(0n);
    expect(lineNet('1', '88.4955752212389')).toBe(8850n);
    expect(lineNet('3', '100', 0)).toBe(300n);
  });

  it('reckons no tax without a rate', () => {
    expect(lineTax(10000n, null)).toBe(0n);
  });
});

describe('from gross', () => {
  it.each([
    [11300n, 10000n, 1300n],
    [10000n, 8850n, 1150n],
  ])('%s', (gross, net, tax) => {
    expect(fromGross(gross, '0.13')).toEqual({ net, tax, gross });
  });

  it('follows the price basis', () => {
    const typed = { quantity: '2', unitPrice: '56.50', rate: '0.13' };
    expect(lineTotals(typed, 'gross')).toEqual({ net: 10000n, tax: 1300n, gross: 11300n });
    expect(lineTotals(typed, 'net')).toEqual({ net: 11300n, tax: 1469n, gross: 12769n });
    expect(lineTotals(typed, 'none')).toEqual({ net: 11300n, tax: 0n, gross: 11300n });
    expect(fromGross(500n, null)).toEqual({ net: 500n, tax: 0n, gross: 500n });
  });
});

describe('tolerances', () => {
  const three = Array.from({ length: 3 }, () => line('1', '33.33', '0.13'));

  it('lets a header differ from the sum of its lines by rounding', () => {
    expect(totalsOf(three).tax).toBe(1299n);
    expect(lineTax(totalsOf(three).net, '0.13')).toBe(1300n);
    expect(checkTotals(three, { net: 9999n, tax: 1300n, gross: 11299n })).toEqual([]);
    expect(checkTotals(three, { net: 9999n, tax: 1300n, gross: 11299n }, { line: 6n, invoice: 0n })).toEqual([
      { code: 'total-tax', path: '/fields/taxTotal', expected: 1299n, found: 1300n },
    ]);
  });

  it.each([
    [1299n + 127n, []],
    [1299n + 128n, ['total-tax']],
    [1299n - 128n, ['total-tax']],
  ])('an invoice tax of %s', (tax, codes) => {
    expect(checkTotals(three, { net: 9999n, tax, gross: 9999n + tax }).map((f) => f.code)).toEqual(codes);
  });

  it.each([
    [1300n + 6n, 9999n, []],
    [1300n + 7n, 9999n, ['line-tax']],
    [1300n, 9999n + 7n, ['line-net']],
  ])('a line with tax %s and net %s', (tax, net, codes) => {
    expect(checkLine({ ...line('3', '33.33', '0.13'), tax, net }, 2).map((f) => f.code)).toEqual(codes);
  });

  it('says where', () => {
    expect(checkLine({ ...line('3', '33.33', '0.13'), tax: 0n }, 2)).toEqual([
      { code: 'line-tax', path: '/lines/2/taxAmount', expected: 1300n, found: 0n },
    ]);
    expect(checkTotals(three, { net: 9998n, tax: 1299n, gross: 11298n }).map((f) => f.code)).toEqual([
      'total-net',
      'total-gross',
    ]);
  });

  it('checks only the tax of a discount line', () => {
    expect(checkLine({ quantity: null, unitPrice: null, net: -1000n, rate: '0.13', tax: -130n }, 0)).toEqual([]);
  });
});

it('knows which rates were in force on a day', () => {
  expect(isRateOn('0.13', '2026-01-05')).toBe(true);
  expect(isRateOn('0.130', '2026-01-05')).toBe(true);
  expect(isRateOn('0.17', '2026-01-05')).toBe(false);
  expect(isRateOn('0.17', '2016-10-18')).toBe(true);
  expect(isRateOn('0.01', '2027-12-31')).toBe(true);
  expect(isRateOn('0.01', '2028-01-01')).toBe(false);
  expect(taxRatesOn('2026-01-05').map((entry) => entry.rate)).toEqual(['0.13', '0.09', '0.06', '0', '0.03', '0.01']);
});
