import type { Values } from '@danku/domain/documents/kinds.ts';
import { toDecimal, toMinor } from '@danku/domain/money/money.ts';
import { addDays } from '@danku/domain/time/zone.ts';

import { someLife, type History } from './plan-chains.ts';
import type { Paper } from './paper.ts';
import { at } from './random.ts';
import type { Buyer } from './stock-master-data.ts';

/** Monthly statements of the busiest customers: what was invoiced, returned and paid, with a running balance. */
export function planStatements(history: History, chains: readonly (readonly Paper[])[]): Paper[] {
  const byBuyer = new Map<Buyer, Paper[]>();
  for (const paper of chains.flat().filter(({ kind }) => kind === 'INV' || kind === 'CN' || kind === 'RC')) {
    byBuyer.set(paper.buyer, [...(byBuyer.get(paper.buyer) ?? []), paper]);
  }
  const busiest = [...byBuyer].toSorted(([, one], [, other]) => other.length - one.length);
  return busiest
    .slice(0, history.founded.plan.statementCustomers)
    .flatMap(([buyer, papers]) => statementsOf(history, buyer, papers));
}

function statementsOf(history: History, buyer: Buyer, papers: readonly Paper[]): Paper[] {
  const { time } = history;
  const months = [...new Set(time.days.map((day) => day.slice(0, 7)))].slice(0, -1);
  const statements: Paper[] = [];
  let opening = 0n;
  for (const month of months) {
    const listed = papers.filter(({ date }) => date.startsWith(month));
    const next = time.days.findIndex((day) => day.slice(0, 7) > month);
    const enteredAt = time.startOf(next) + history.random.between(120, 900);
    if (listed.length === 0 || enteredAt > time.now) {
      continue;
    }
    const { content, closing } = contentOf(history, { buyer, month, date: at(time.days, next), listed, opening });
    const links = listed.slice(0, 6).map((paper) => ({ paper, relation: 'lists' as const }));
    const life = { ...someLife(history.random), mistake: null, question: null, isDisputed: false };
    statements.push({ ...life, kind: 'ST', content, buyer, date: at(time.days, next), gross: closing, links, enteredAt });
    opening = closing;
  }
  return statements;
}

interface Month {
  buyer: Buyer;
  month: string;
  date: string;
  listed: readonly Paper[];
  opening: bigint;
}

const yuan = (minor: bigint) => toDecimal(minor, 'CNY');

function contentOf({ founded }: History, { buyer, month, date, listed, opening }: Month) {
  const lines = listed.map(lineOf);
  const sum = (key: string) => lines.reduce((total, line) => total + toMinor(line[key] ?? '0', 'CNY'), 0n);
  const [debit, credit] = [sum('debit'), sum('credit')];
  const closing = opening + debit - credit;
  const seller = at(founded.entities, 0);
  const fields: Values = {
    number: `${founded.plan.mark}ST-${month.replace('-', '').slice(2)}-${buyer.taxId.slice(-6, -2)}`,
    issueDate: date,
    periodStart: `${month}-01`,
    periodEnd: lastDayOf(month),
    buyerName: buyer.name,
    buyerTaxId: buyer.taxId,
    sellerName: seller.name,
    sellerTaxId: seller.taxId,
    openingBalance: yuan(opening),
    debitTotal: yuan(debit),
    creditTotal: yuan(credit),
    closingBalance: yuan(closing),
    confirmation: 'confirmed',
  };
  return { content: { fields, lines }, closing };
}

const words = { INV: '销售发票', CN: '红字发票', RC: '收款' };

function lineOf({ kind, content: { fields }, date }: Paper): Values {
  const amount = fields['grossTotal'] ?? '0.00';
  const description = kind === 'INV' || kind === 'CN' ? words[kind] : words.RC;
  const side: Values = kind === 'RC' ? { credit: amount } : { debit: amount };
  return { lineDate: date, description, reference: fields['number'] ?? null, ...side };
}

function lastDayOf(month: string): string {
  const later = addDays(`${month}-28`, 4);
  return addDays(`${later.slice(0, 7)}-01`, -1);
}
