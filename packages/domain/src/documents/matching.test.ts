import { describe, expect, it } from 'vitest';
import { lineNet, lineTax } from '../money/tax.ts';
import {
  matchDates,
  type MatchLine,
  matchLine,
  matchParty,
  matchRate,
  matchReceipts,
  matchRed,
  matchResult,
  matchRules,
} from './matching.ts';

const tolerances = { quantity: '0.02', price: '0.01', netAbsolute: 5000n, netRatio: '0', invoiceDays: 30 };
const complete = { invoiceAgainst: 'signed', isOrderComplete: true } as const;

/** Order 100 @ 50.00, delivered 98, signed 97, invoiced `quantity` @ `price`. */
function invoiced(quantity: string, price: string, change: Partial<MatchLine> = {}): MatchLine {
  return {
    ordered: '100',
    orderPrice: '50.00',
    delivered: '98',
    signed: '97',
    invoiced: quantity,
    invoicePrice: price,
    invoicedNet: lineNet(quantity, price),
    ...change,
  };
}
const codesOf = (line: MatchLine, policy = {}, given = tolerances) =>
  matchLine(line, { ...complete, ...policy }, given).map((exception) => exception.code);

describe('the vector', () => {
  it('97 @ 50.40 is matched, with its amounts', () => {
    const line = invoiced('97', '50.40');
    const net = line.invoicedNet ?? 0n;
    expect([net, lineTax(net, '0.13'), net + lineTax(net, '0.13')]).toEqual([488880n, 63554n, 552434n]);
    expect(net - lineNet('97', '50.00')).toBe(3880n);
    expect(matchResult(matchLine(line, complete, tolerances))).toEqual({ status: 'MATCHED', exceptions: [] });
  });

  it('50.60 is a price variance', () => {
    const result = matchResult(matchLine(invoiced('97', '50.60'), complete, tolerances));
    expect(result.status).toBe('PRICE_VARIANCE');
    expect(result.exceptions).toEqual([
      { code: 'PRICE_VARIANCE', expected: '50.00', found: '50.60' },
      { code: 'AMOUNT_VARIANCE', expected: '485000', found: '490820' },
    ]);
  });

  it('98 of 97 signed is over signed', () => {
    expect(matchResult(matchLine(invoiced('98', '50.40'), complete, tolerances))).toEqual({
      status: 'QTY_OVER_SIGNED',
      exceptions: [{ code: 'QTY_OVER_SIGNED', expected: '97', found: '98' }],
    });
  });
});

describe('matchLine', () => {
  it('keeps twenty-five digits of a quantity', () => {
    const ordered = '123456789012.1234567890123';
    const line = invoiced('1', '50.00', { ordered, delivered: '123456789012.1234567890124', signed: '1' });
    expect(codesOf(line, { isOrderComplete: false }, { ...tolerances, quantity: '0' })).toEqual(['QTY_OVER_ORDERED']);
    expect(codesOf({ ...line, delivered: ordered }, {}, { ...tolerances, quantity: '0' })).toEqual([]);
  });

  it.each([
    ['102', []],
    ['102.0000000000001', ['QTY_OVER_ORDERED']],
    ['98', []],
    ['97.99', ['QTY_UNDER_ORDERED']],
  ])('M1 delivers %s of 100', (delivered, codes) => {
    expect(codesOf(invoiced('97', '50.00', { delivered }))).toEqual(codes);
  });

  it('M1 leaves an open order open', () => {
    expect(codesOf(invoiced('10', '50.00', { delivered: '10', signed: '10' }), { isOrderComplete: false })).toEqual([]);
  });

  it('M2 signs no more than was delivered', () => {
    expect(codesOf(invoiced('97', '50.00', { signed: '98.5' }))).toEqual(['SIGNED_OVER_DELIVERED']);
  });

  it('M3 may look at deliveries instead', () => {
    expect(codesOf(invoiced('98', '50.00'), { invoiceAgainst: 'delivered' })).toEqual([]);
    expect(codesOf(invoiced('99', '50.00'), { invoiceAgainst: 'delivered' })).toEqual(['QTY_OVER_DELIVERED']);
  });

  it.each([
    ['50.50', []],
    ['49.50', []],
    ['50.51', ['PRICE_VARIANCE']],
    ['49.49', ['PRICE_VARIANCE']],
  ])('M4 takes %s for 50.00', (price, codes) => {
    expect(codesOf(invoiced('1', price))).toEqual(codes);
  });

  it('M5 takes the larger of the two tolerances', () => {
    const line = invoiced('97', '50.00', { invoicedNet: 485000n + 9700n });
    expect(codesOf(line)).toEqual(['AMOUNT_VARIANCE']);
    expect(codesOf(line, {}, { ...tolerances, netRatio: '0.02' })).toEqual([]);
    expect(codesOf(invoiced('97', '50.00', { invoicedNet: 485000n - 5000n }))).toEqual([]);
    expect(codesOf(invoiced('97', '50.00', { invoicedNet: 485000n - 5001n }))).toEqual(['AMOUNT_VARIANCE']);
  });

  it('says nothing of what does not exist yet', () => {
    const nothing = { delivered: null, signed: null, invoiced: null, invoicePrice: null, invoicedNet: null };
    expect(matchLine({ ordered: '100', orderPrice: '50.00', ...nothing })).toEqual([]);
  });
});

it('M6 receives no more than was invoiced', () => {
  expect(matchReceipts({ invoiced: 10000n, red: 1000n, received: 9000n })).toEqual([]);
  expect(matchReceipts({ invoiced: 10000n, red: 1000n, received: 9001n })).toEqual([
    { code: 'RECEIPTS_OVER_INVOICED', expected: '9000', found: '9001' },
  ]);
});

it('M7 compares name and tax id with the tax title', () => {
  const title = { name: '北京华信科技有限公司', taxId: '91350100M000100Y43' };
  expect(matchParty({ name: '北京华信科技 有限公司', taxId: '91350100m000100y43' }, title)).toEqual([]);
  expect(matchParty({ name: '北京华信科技股份有限公司', taxId: '' }, title).map((e) => e.code)).toEqual([
    'PARTY_NAME_MISMATCH',
    'PARTY_TAX_ID_MISMATCH',
  ]);
});

describe('M8', () => {
  const dates = { order: '2026-01-05', delivery: '2026-01-08', signature: '2026-01-09', invoice: '2026-02-08' };

  it.each([
    [{}, []],
    [{ invoice: '2026-02-09' }, ['INVOICE_TOO_LATE']],
    [{ delivery: '2026-01-04' }, ['DATE_ORDER']],
    [{ signature: '2026-01-07' }, ['DATE_ORDER', 'INVOICE_TOO_LATE']],
    [{ delivery: null, signature: '2026-01-04', invoice: null }, ['DATE_ORDER']],
    [{ delivery: null, signature: null }, []],
  ])('%o', (change, codes) => {
    expect(matchDates({ ...dates, ...change }).map((exception) => exception.code)).toEqual(codes);
  });
});

it('M9 takes back no more than remains', () => {
  expect(matchRed({ original: 11300n, alreadyRed: 1300n, red: 10000n })).toEqual([]);
  expect(matchRed({ original: 11300n, alreadyRed: 1300n, red: 10001n }).map((e) => e.code)).toEqual(['RED_OVER_REMAINING']);
});

it('M10 knows the rate of the product or of the day', () => {
  expect(matchRate({ rate: '0.13', date: '2026-01-05', productRate: null })).toEqual([]);
  expect(matchRate({ rate: '0.17', date: '2026-01-05', productRate: null }).map((e) => e.code)).toEqual(['TAX_RATE_MISMATCH']);
  expect(matchRate({ rate: '0.130', date: '2026-01-05', productRate: '0.13' })).toEqual([]);
  expect(matchRate({ rate: '0.06', date: '2026-01-05', productRate: '0.13' })).toHaveLength(1);
});

it('covers the ten rules', () => {
  expect(new Set(Object.values(matchRules)).size).toBe(10);
});
