import { toDecimal } from '@danku/domain/money/money.ts';
import { lineNet, lineTax, totalsOf } from '@danku/domain/money/tax.ts';

import type { DemoProduct } from './catalogue.ts';
import type { Party } from './found-organisation.ts';
import type { Random } from './random.ts';
import type { Buyer } from './stock-master-data.ts';

/** What one chain of papers is about: who sells what to whom at which price. */
export interface Deal {
  /** Unique within the organisation; part of every number of the chain. */
  serial: number;
  seller: Party;
  buyer: Buyer;
  salesperson: string;
  paymentTerms: string;
  lines: readonly DealLine[];
}

export interface DealLine {
  product: DemoProduct;
  quantity: string;
  unitPrice: string;
  net: bigint;
  tax: bigint;
}

interface Given {
  serial: number;
  random: Random;
  seller: Party;
  buyer: Buyer;
  salesperson: string;
  products: readonly DemoProduct[];
  isLarge: boolean;
}

const terms = ['货到 30 天付款', '款到发货', '月结 30 天', '月结 60 天', '预付 30%，货到付清', '票到 15 天付款'];
/** From here on two people see an invoice; a large deal is beyond it and an ordinary one below. */
const large = 10_000_000n;

export function makeDeal({ serial, random, seller, buyer, salesperson, products, isLarge }: Given): Deal {
  const wanted = random.chance(0.06) ? random.between(7, 12) : random.between(1, 5);
  const chosen = new Set(Array.from({ length: wanted }, () => random.pick(products)));
  const lines = [...chosen].map((product) => lineOf(product, random));
  return { serial, seller, buyer, salesperson, paymentTerms: random.pick(terms), lines: scaled(lines, isLarge) };
}

function lineOf(product: DemoProduct, random: Random): DealLine {
  const [least, most] = product.quantities;
  const quantity = String(random.between(least, most));
  // Prices move by a few per cent around the list price, in cents.
  const cents = BigInt(product.unitPrice.replace('.', ''));
  const unitPrice = toDecimal((cents * BigInt(random.between(940, 1040))) / 1000n, 'CNY');
  return priced(product, quantity, unitPrice);
}

export function priced(product: DemoProduct, quantity: string, unitPrice: string): DealLine {
  const net = lineNet(quantity, unitPrice);
  return { product, quantity, unitPrice, net, tax: lineTax(net, product.taxRate) };
}

/** Multiplies the first quantity until the deal is large, or divides all until it is not. */
function scaled(lines: readonly DealLine[], isLarge: boolean): DealLine[] {
  const total = totalsOf(lines).gross;
  const [first, ...others] = lines;
  if (first === undefined || isLarge === total >= large) {
    return [...lines];
  }
  if (isLarge) {
    const factor = (large - total) / first.net + 2n;
    return [priced(first.product, String(BigInt(first.quantity) * factor), first.unitPrice), ...others];
  }
  const divisor = total / large + 1n;
  const smaller = lines.map(({ product, quantity, unitPrice }) => {
    const less = BigInt(quantity) / divisor;
    return priced(product, String(less > 0n ? less : 1n), unitPrice);
  });
  return totalsOf(smaller).gross < large ? smaller : smaller.slice(0, 1);
}
