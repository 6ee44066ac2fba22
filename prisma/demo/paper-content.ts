import type { Content, Kind, Values } from '@danku/domain/documents/kinds.ts';
import { toChineseAmount } from '@danku/domain/money/chinese-amount.ts';
import { toDecimal } from '@danku/domain/money/money.ts';
import { totalsOf } from '@danku/domain/money/tax.ts';
import { addDays } from '@danku/domain/time/zone.ts';

import { priced, type Deal, type DealLine } from './deal.ts';
import type { Random } from './random.ts';

/** Numbers and days that the papers of a chain tell of each other. */
export interface PaperFacts {
  deal: Deal;
  number: string;
  date: string;
  /** Number of the paper of this kind that came before, where there is one. */
  before: Partial<Record<Kind, string>>;
  random: Random;
}

const yuan = (minor: bigint) => toDecimal(minor, 'CNY');

/** What stands on a paper of this kind, as a careful clerk would enter it. */
export function contentOf(kind: Exclude<Kind, 'ST'>, facts: PaperFacts): Content {
  return makers[kind](facts);
}

const makers: Record<Exclude<Kind, 'ST'>, (facts: PaperFacts) => Content> = {
  QT: (facts) => ({
    fields: { ...head(facts), validUntil: addDays(facts.date, 30), ...terms(facts), ...totals(facts.deal.lines) },
    lines: facts.deal.lines.map(pricedLine),
  }),
  SC: (facts) => ({
    fields: {
      ...head(facts),
      effectiveFrom: facts.date,
      expiresOn: addDays(facts.date, 365),
      ...terms(facts),
      ...totals(facts.deal.lines),
      sealPresent: 'both',
      remark: ifKnown('依据报价单 ', facts.before.QT),
    },
    lines: facts.deal.lines.map(pricedLine),
  }),
  SO: (facts) => ({
    fields: {
      ...head(facts),
      dueDate: addDays(facts.date, 14),
      shipTo: facts.deal.buyer.address,
      salesperson: facts.deal.salesperson,
      ...terms(facts),
      ...totals(facts.deal.lines),
      remark: ifKnown('合同号 ', facts.before.SC),
    },
    lines: facts.deal.lines.map((line) => ({ ...pricedLine(line), promisedDate: addDays(facts.date, 14) })),
  }),
  DN: (facts) => ({
    fields: {
      ...head(facts),
      orderNumber: facts.before.SO ?? null,
      warehouse: facts.random.pick(['一号仓', '二号仓', '南沙中心仓']),
      carrier: facts.random.pick(['顺丰速运', '德邦物流', '跨越速运', '自有车辆']),
      trackingNumber: `SF${facts.random.digits(13)}`,
      vehicle: `粤A${facts.random.digits(5)}`,
    },
    lines: facts.deal.lines.map((line) => ({
      ...countedLine(line),
      lot: `L${facts.date.slice(2, 7).replace('-', '')}${facts.random.digits(3)}`,
    })),
  }),
  POD: (facts) => ({
    fields: {
      ...head(facts),
      deliveryNumber: facts.before.DN ?? null,
      signer: facts.deal.buyer.contact,
      signedSeal: facts.random.pick(['seal', 'both', 'signature']),
    },
    lines: facts.deal.lines.map(countedLine),
  }),
  INV: (facts) => ({
    fields: { ...invoiceHead(facts), orderNumber: facts.before.SO ?? null, ...invoiceTail(facts, facts.deal.lines) },
    lines: facts.deal.lines.map(taxedLine),
  }),
  RT: (facts) => ({
    fields: {
      ...head(facts),
      deliveryNumber: facts.before.DN ?? null,
      returnReason: facts.random.pick(['来料外观不良', '规格与订单不符', '运输破损', '客户多订退回']),
      inspection: facts.random.pick(['passed', 'failed']),
      restock: facts.random.pick(['yes', 'no']),
    },
    lines: returned(facts.deal).map(countedLine),
  }),
  CN: (facts) => ({
    fields: {
      ...invoiceHead(facts),
      originalNumber: facts.before.INV ?? null,
      redLetterNumber: facts.random.digits(20),
      redReason: 'goods-returned',
      redExtent: 'partial',
      ...invoiceTail(facts, returned(facts.deal).map(negative)),
    },
    lines: returned(facts.deal).map(negative).map(taxedLine),
  }),
  RC: (facts) => {
    const gross = totalsOf(facts.deal.lines).gross;
    return {
      fields: {
        ...head(facts),
        paymentMethod: facts.random.pick(['transfer', 'transfer', 'transfer', 'draft', 'cheque']),
        bankReference: `T${facts.date.replaceAll('-', '')}${facts.random.digits(8)}`,
        grossTotal: yuan(gross),
        grossTotalInWords: inWords(gross),
        purpose: '货款',
      },
      lines: [{ description: '货款', reference: facts.before.INV ?? null, netAmount: yuan(gross) }],
    };
  },
};

function ifKnown(text: string, number: string | undefined): string | null {
  return number === undefined ? null : `${text}${number}`;
}

function head({ deal, number, date }: PaperFacts): Values {
  const { buyer, seller } = deal;
  return {
    number,
    issueDate: date,
    buyerName: buyer.name,
    buyerTaxId: buyer.taxId,
    sellerName: seller.name,
    sellerTaxId: seller.taxId,
  };
}

function invoiceHead(facts: PaperFacts): Values {
  return { invoiceType: 'digital-special', ...head(facts) };
}

function invoiceTail({ deal, random }: PaperFacts, lines: readonly DealLine[]): Values {
  return { ...totals(lines), drawer: random.pick(['钱蕾', '邹倩']), remark: `业务员 ${deal.salesperson}` };
}

function terms({ deal }: PaperFacts): Values {
  return { priceBasis: 'net', paymentTerms: deal.paymentTerms };
}

function totals(lines: readonly DealLine[]): Values {
  const { net, tax, gross } = totalsOf(lines);
  return { netTotal: yuan(net), taxTotal: yuan(tax), grossTotal: yuan(gross), grossTotalInWords: inWords(gross) };
}

function inWords(minor: bigint): string {
  return `人民币${toChineseAmount(minor)}`;
}

/** What comes back of a deal: a part of its first line. */
function returned({ lines }: Deal): DealLine[] {
  return lines.slice(0, 1).map((line) => {
    const part = BigInt(line.quantity) / 5n;
    return priced(line.product, String(part > 0n ? part : 1n), line.unitPrice);
  });
}

function negative(line: DealLine): DealLine {
  return { ...line, quantity: `-${line.quantity}`, net: -line.net, tax: -line.tax };
}

function goods({ product }: DealLine): Values {
  return { description: product.name, specification: product.specification, unit: product.unit };
}

function countedLine(line: DealLine): Values {
  return { ...goods(line), quantity: line.quantity };
}

function pricedLine(line: DealLine): Values {
  return {
    ...countedLine(line),
    unitPrice: line.unitPrice,
    netAmount: yuan(line.net),
    taxRate: line.product.taxRate,
    taxAmount: yuan(line.tax),
  };
}

function taxedLine(line: DealLine): Values {
  return { ...pricedLine(line), description: `*${line.product.category}*${line.product.name}` };
}
