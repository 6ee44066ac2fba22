import type { Decimal } from 'decimal.js';
import { Exact } from './exact.ts';

/** A rate is a decimal string such as "0.13"; null stands for 免税 and 不征税, where no tax is reckoned. */
export type TaxRate = string | null;

export type LineFigures = {
  quantity: string | null;
  unitPrice: string | null;
  net: bigint;
  rate: TaxRate;
  tax: bigint;
};
export type Totals = { net: bigint; tax: bigint; gross: bigint };

/** In minor units. Common limits of issuing software: 0.06 a line, 1.27 an invoice [K], so a tenant may set others. */
export type TaxTolerances = { line: bigint; invoice: bigint };
export const defaultTaxTolerances: TaxTolerances = { line: 6n, invoice: 127n };

/** What does not add up, where (a JSON pointer), what it should be and what was found. */
export type TaxFinding = { code: TaxFindingCode; path: string; expected: bigint; found: bigint };
export type TaxFindingCode = 'line-net' | 'line-tax' | 'total-net' | 'total-tax' | 'total-gross';

/** round(quantity × unit price) to the currency's digits, half up, in minor units. */
export function lineNet(quantity: string, unitPrice: string, digits = 2): bigint {
  return toMinorUnits(new Exact(quantity).times(unitPrice).times(new Exact(10).pow(digits)));
}

/** round(net × rate), half up. */
export function lineTax(net: bigint, rate: TaxRate): bigint {
  return rate === null ? 0n : toMinorUnits(new Exact(net.toString()).times(rate));
}

/** Splits an amount that contains its tax: net = round(gross / (1 + rate)), tax is the rest. */
export function fromGross(gross: bigint, rate: TaxRate): Totals {
  const net = rate === null ? gross : toMinorUnits(new Exact(gross.toString()).div(new Exact(1).plus(rate)));
  return { net, tax: gross - net, gross };
}

/** A whole line from what was typed. With `priceBasis` gross the price contains tax; with none there is no tax at all. */
export function lineTotals(
  line: { quantity: string; unitPrice: string; rate: TaxRate },
  priceBasis: 'net' | 'gross' | 'none',
  digits = 2,
): Totals {
  const amount = lineNet(line.quantity, line.unitPrice, digits);
  if (priceBasis === 'gross') {
    return fromGross(amount, line.rate);
  }
  const tax = priceBasis === 'none' ? 0n : lineTax(amount, line.rate);
  return { net: amount, tax, gross: amount + tax };
}

/** The header is the sum of its lines, never a rate applied to a sum. */
export function totalsOf(lines: readonly { net: bigint; tax: bigint }[]): Totals {
  const net = lines.reduce((sum, line) => sum + line.net, 0n);
  const tax = lines.reduce((sum, line) => sum + line.tax, 0n);
  return { net, tax, gross: net + tax };
}

/** Checks one line against itself; a discount line has no quantity, so only its tax is checked. */
export function checkLine(
  line: LineFigures,
  index: number,
  tolerances: TaxTolerances = defaultTaxTolerances,
  digits = 2,
): TaxFinding[] {
  const findings: TaxFinding[] = [];
  if (line.quantity !== null && line.unitPrice !== null) {
    const expected = lineNet(line.quantity, line.unitPrice, digits);
    findings.push(...compare('line-net', `/lines/${index}/netAmount`, expected, line.net, tolerances.line));
  }
  const tax = lineTax(line.net, line.rate);
  findings.push(...compare('line-tax', `/lines/${index}/taxAmount`, tax, line.tax, tolerances.line));
  return findings;
}

/** Checks the printed totals against the lines: net and gross exactly, tax within the tolerance of an invoice. */
export function checkTotals(
  lines: readonly { net: bigint; tax: bigint }[],
  totals: Totals,
  tolerances: TaxTolerances = defaultTaxTolerances,
): TaxFinding[] {
  const sum = totalsOf(lines);
  return [
    ...compare('total-net', '/fields/netTotal', sum.net, totals.net, 0n),
    ...compare('total-tax', '/fields/taxTotal', sum.tax, totals.tax, tolerances.invoice),
    ...compare('total-gross', '/fields/grossTotal', totals.net + totals.tax, totals.gross, 0n),
  ];
}

function compare(code: TaxFindingCode, path: string, expected: bigint, found: bigint, tolerance: bigint): TaxFinding[] {
  const difference = expected > found ? expected - found : found - expected;
  return difference > tolerance ? [{ code, path, expected, found }] : [];
}

function toMinorUnits(value: Decimal): bigint {
  return BigInt(value.toDecimalPlaces(0, Exact.ROUND_HALF_UP).toFixed(0));
}
