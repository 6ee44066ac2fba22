import { Exact } from '../money/exact.ts';
import { lineNet } from '../money/tax.ts';
import { isRateOn, type TaxRateRow } from '../money/tax-rates.ts';

/** The code of each exception, by the rule that raises it. The order is that of the rules, M1 to M10. */
export const matchRules = {
  QTY_OVER_ORDERED: 'M1',
  QTY_UNDER_ORDERED: 'M1',
  SIGNED_OVER_DELIVERED: 'M2',
  QTY_OVER_SIGNED: 'M3',
  QTY_OVER_DELIVERED: 'M3',
  PRICE_VARIANCE: 'M4',
  AMOUNT_VARIANCE: 'M5',
  RECEIPTS_OVER_INVOICED: 'M6',
  PARTY_NAME_MISMATCH: 'M7',
  PARTY_TAX_ID_MISMATCH: 'M7',
  DATE_ORDER: 'M8',
  INVOICE_TOO_LATE: 'M8',
  RED_OVER_REMAINING: 'M9',
  TAX_RATE_MISMATCH: 'M10',
} as const;
export type MatchCode = keyof typeof matchRules;

/** What was allowed at most (or expected) and what was found, as text for people; amounts in minor units. */
export type MatchException = { code: MatchCode; expected: string; found: string };
export type MatchResult = { status: 'MATCHED' | MatchCode; exceptions: MatchException[] };

/** Ratios as decimal strings ("0.02"), inclusive; `netAbsolute` in minor units. Each rule has its own. */
export type MatchTolerances = {
  quantity: string;
  price: string;
  netAbsolute: bigint;
  netRatio: string;
  invoiceDays: number;
};
export const defaultMatchTolerances: MatchTolerances = {
  quantity: '0.02',
  price: '0.01',
  netAbsolute: 5000n,
  netRatio: '0.01',
  invoiceDays: 30,
};

/**
 * One order line and everything delivered, signed and invoiced against it, summed; what does not exist yet is null.
 * Quantities and prices are decimal strings, prices without tax, `invoicedNet` in minor units.
 */
export type MatchLine = {
  ordered: string;
  orderPrice: string;
  delivered: string | null;
  signed: string | null;
  invoiced: string | null;
  invoicePrice: string | null;
  invoicedNet: bigint | null;
};

/** `invoiceAgainst` says what an invoice may not exceed (M3); `isOrderComplete` that no further delivery will come. */
export type MatchPolicy = { invoiceAgainst: 'signed' | 'delivered'; isOrderComplete: boolean };

/** M1–M5 on one line. */
export function matchLine(
  line: MatchLine,
  policy: MatchPolicy = { invoiceAgainst: 'signed', isOrderComplete: false },
  tolerances: MatchTolerances = defaultMatchTolerances,
): MatchException[] {
  return [
    ...matchDelivered(line, policy, tolerances),
    ...atMost('SIGNED_OVER_DELIVERED', line.signed, line.delivered),
    ...(policy.invoiceAgainst === 'signed'
      ? atMost('QTY_OVER_SIGNED', line.invoiced, line.signed)
      : atMost('QTY_OVER_DELIVERED', line.invoiced, line.delivered)),
    ...matchPrice(line, tolerances),
    ...matchNet(line, tolerances),
  ];
}

/** M1: Σ delivered ≤ ordered × (1 + tolerance); once the order is complete also ≥ ordered × (1 − tolerance). */
function matchDelivered(line: MatchLine, policy: MatchPolicy, { quantity }: MatchTolerances): MatchException[] {
  const most = new Exact(line.ordered).times(new Exact(1).plus(quantity));
  const least = new Exact(line.ordered).times(new Exact(1).minus(quantity));
  if (line.delivered !== null && policy.isOrderComplete && least.greaterThan(line.delivered)) {
    return [{ code: 'QTY_UNDER_ORDERED', expected: least.toFixed(), found: line.delivered }];
  }
  return atMost('QTY_OVER_ORDERED', line.delivered, most.toFixed());
}

/** M4: |invoice price / order price − 1| ≤ tolerance. A free line must stay free. */
function matchPrice(line: MatchLine, { price }: MatchTolerances): MatchException[] {
  if (line.invoicePrice === null) {
    return [];
  }
  const difference = new Exact(line.invoicePrice).minus(line.orderPrice).abs();
  return difference.greaterThan(new Exact(line.orderPrice).abs().times(price))
    ? [{ code: 'PRICE_VARIANCE', expected: line.orderPrice, found: line.invoicePrice }]
    : [];
}

/** M5: |invoiced net − invoiced quantity × order price| ≤ max(absolute tolerance, ratio of the expected). */
function matchNet(line: MatchLine, { netAbsolute, netRatio }: MatchTolerances): MatchException[] {
  if (line.invoiced === null || line.invoicedNet === null) {
    return [];
  }
  const expected = new Exact(lineNet(line.invoiced, line.orderPrice).toString());
  const allowed = Exact.max(netAbsolute.toString(), expected.abs().times(netRatio));
  return expected.minus(line.invoicedNet.toString()).abs().greaterThan(allowed)
    ? [{ code: 'AMOUNT_VARIANCE', expected: expected.toFixed(0), found: line.invoicedNet.toString() }]
    : [];
}

/** M6: Σ receipts ≤ Σ invoices − Σ red invoices, all in positive minor units. */
export function matchReceipts(money: { invoiced: bigint; red: bigint; received: bigint }): MatchException[] {
  return atMost('RECEIPTS_OVER_INVOICED', money.received.toString(), (money.invoiced - money.red).toString());
}

/** M7: the invoice's buyer is the tax title of the customer, by name and tax id; width, case and spaces do not matter. */
export function matchParty(invoice: { name: string; taxId: string }, title: { name: string; taxId: string }): MatchException[] {
  return [...same('PARTY_NAME_MISMATCH', title.name, invoice.name), ...same('PARTY_TAX_ID_MISMATCH', title.taxId, invoice.taxId)];
}

/** M8: order ≤ delivery ≤ signature, and the invoice within the allowed days of the signature. Days YYYY-MM-DD. */
export function matchDates(
  dates: { order: string | null; delivery: string | null; signature: string | null; invoice: string | null },
  { invoiceDays }: Pick<MatchTolerances, 'invoiceDays'> = defaultMatchTolerances,
): MatchException[] {
  const known = [dates.order, dates.delivery, dates.signature].filter((date) => date !== null);
  const exceptions = known.flatMap((date, index): MatchException[] => {
    const previous = known[index - 1];
    return previous !== undefined && date < previous ? [{ code: 'DATE_ORDER', expected: previous, found: date }] : [];
  });
  if (dates.signature !== null && dates.invoice !== null) {
    const days = Math.round((Date.parse(dates.invoice) - Date.parse(dates.signature)) / 86_400_000);
    exceptions.push(...atMost('INVOICE_TOO_LATE', String(days), String(invoiceDays)));
  }
  return exceptions;
}

/** M9: a red invoice takes back no more than what remains of its original. Positive minor units. */
export function matchRed(money: { original: bigint; alreadyRed: bigint; red: bigint }): MatchException[] {
  return atMost('RED_OVER_REMAINING', money.red.toString(), (money.original - money.alreadyRed).toString());
}

/** M10: the rate is the product's where that is known, and otherwise one that was in force on the day. */
export function matchRate(
  line: { rate: string; date: string; productRate: string | null },
  table?: readonly TaxRateRow[],
): MatchException[] {
  const expected = line.productRate ?? '';
  const holds = line.productRate === null ? isRateOn(line.rate, line.date, table) : new Exact(line.rate).equals(expected);
  return holds ? [] : [{ code: 'TAX_RATE_MISMATCH', expected, found: line.rate }];
}

/** The verdict over all exceptions: the first in the order of the rules names it. */
export function matchResult(exceptions: readonly MatchException[]): MatchResult {
  const order = Object.keys(matchRules);
  const sorted = exceptions.toSorted((one, other) => order.indexOf(one.code) - order.indexOf(other.code));
  return { status: sorted[0]?.code ?? 'MATCHED', exceptions: sorted };
}

function atMost(code: MatchCode, found: string | null, most: string | null): MatchException[] {
  return found !== null && most !== null && new Exact(found).greaterThan(most) ? [{ code, expected: most, found }] : [];
}

function same(code: MatchCode, expected: string, found: string): MatchException[] {
  return plain(expected) === plain(found) ? [] : [{ code, expected, found }];
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
