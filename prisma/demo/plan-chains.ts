import type { Kind } from '@danku/domain/documents/kinds.ts';
import { totalsOf } from '@danku/domain/money/tax.ts';

import { demoProducts } from './catalogue.ts';
import { makeDeal, type Deal } from './deal.ts';
import type { Founded } from './found-organisation.ts';
import { someMistake } from './mistakes.ts';
import { contentOf } from './paper-content.ts';
import type { Paper, PaperLink } from './paper.ts';
import { at, type Random } from './random.ts';
import { isNew, type Buyer } from './stock-master-data.ts';
import type { WorkTime } from './work-time.ts';

type ChainKind = Exclude<Kind, 'ST'>;

/** Days from the paper before, the paper it hangs on, and how. */
interface Step {
  kind: ChainKind;
  gap: readonly [number, number];
  on?: ChainKind;
  relation?: PaperLink['relation'];
}

const offer: Step[] = [
  { kind: 'QT', gap: [0, 0] },
  { kind: 'SC', gap: [2, 5], on: 'QT' },
];
const sale: Step[] = [
  { kind: 'SO', gap: [1, 3], on: 'SC' },
  { kind: 'DN', gap: [2, 6], on: 'SO' },
  { kind: 'POD', gap: [1, 3], on: 'DN' },
  { kind: 'INV', gap: [1, 4], on: 'POD' },
];
const settled: Step[] = [{ kind: 'RC', gap: [8, 30], on: 'INV', relation: 'settles' }];
const sentBack: Step[] = [
  { kind: 'RT', gap: [2, 8], on: 'DN' },
  { kind: 'CN', gap: [1, 4], on: 'INV', relation: 'corrects' },
];

export interface History {
  founded: Founded;
  buyers: readonly Buyer[];
  time: WorkTime;
  random: Random;
}

/** The papers of one organisation in chains, each in the order in which they follow one another. `share` thins them out. */
export function planChains(history: History, share: number): Paper[][] {
  const { founded, time, random } = history;
  const { chains, freshChains } = founded.plan;
  const old = Math.max(3, Math.round((chains - freshChains) * share));
  const last = time.days.length;
  const starts = Array.from({ length: old }, () => random.between(0, last - 6)).toSorted((one, other) => one - other);
  const fresh = Array.from({ length: freshChains }, (_, index) => last - 26 + Math.floor((index * 22) / freshChains));
  return [...starts, ...fresh].map((day, index) =>
    planChain(history, { serial: index + 1, day, isLarge: index >= old ? index % 2 === 0 : random.chance(0.12) }),
  );
}

interface Start {
  serial: number;
  day: number;
  isLarge: boolean;
}

function planChain(history: History, { serial, day, isLarge }: Start): Paper[] {
  const { founded, buyers, random } = history;
  const known = buyers.filter((_, index) => !isNew(index, buyers.length));
  const isRecent = day > history.time.days.length - 50;
  const buyer = random.pick(isRecent ? buyers : known);
  const [first, count] = founded.plan.productRange;
  const deal = makeDeal({
    serial,
    random,
    seller: at(founded.entities, random.chance(0.75) ? 0 : 1),
    buyer,
    salesperson: founded.plan.cast.find(({ key }) => key === buyer.owner)?.name ?? '',
    products: demoProducts.slice(first, first + count),
    isLarge,
  });
  const steps = [...(random.chance(0.6) ? offer : []), ...sale, ...(random.chance(0.1) ? sentBack : []), ...settled];
  return walk(history, deal, steps, day);
}

function walk(history: History, deal: Deal, steps: readonly Step[], start: number): Paper[] {
  const { time, random } = history;
  const papers = new Map<ChainKind, Paper>();
  const before: Partial<Record<Kind, string>> = {};
  let day = start;
  let entered = 0;
  for (const { kind, gap, on, relation = 'follows' } of steps) {
    day += random.between(...gap);
    entered = Math.max(entered + 4, time.startOf(day) + random.between(40, 900));
    if (day >= time.days.length || entered > time.now) {
      break;
    }
    const date = at(time.days, day);
    const number = numberOf(history, deal, kind, date);
    const content = contentOf(kind, { deal, number, date, before, random });
    const parent = on === undefined ? undefined : papers.get(on);
    const links = parent === undefined ? [] : [{ paper: parent, relation }];
    papers.set(kind, {
      ...someLife(random),
      ...mishaps(content, random),
      kind,
      content,
      buyer: deal.buyer,
      date,
      gross: grossOf(deal),
      links,
      enteredAt: entered,
    });
    before[kind] = number;
  }
  return [...papers.values()];
}

function numberOf({ founded, random }: History, { serial }: Deal, kind: ChainKind, date: string): string {
  const day = date.replaceAll('-', '').slice(2);
  const place = String(serial).padStart(4, '0');
  if (kind === 'INV' || kind === 'CN') {
    return `${day.slice(0, 2)}442000${random.digits(7)}${place}${kind === 'INV' ? 1 : 2}`;
  }
  return `${founded.plan.mark}${kind}-${day}-${place}`;
}

function grossOf({ lines }: Deal): bigint {
  return totalsOf(lines).gross;
}

const questions = [
  '客户名称与合同不一致，请确认以哪个为准。',
  '订单数量与送货单差 1 件，请核实。',
  '请提供盖章页的清晰扫描件。',
  '付款方式是否已按新合同变更？',
];

function mishaps(content: Paper['content'], random: Random): Pick<Paper, 'mistake' | 'question' | 'isDisputed'> {
  return {
    mistake: random.chance(0.06) ? someMistake(content, random) : null,
    question: random.chance(0.02) ? random.pick(questions) : null,
    isDisputed: random.chance(0.15),
  };
}

const pairs = [
  ['reviewer', 'reviewer2'],
  ['reviewer2', 'reviewer3'],
  ['reviewer3', 'reviewer'],
  ['reviewer', 'reviewer3'],
  ['reviewer2', 'reviewer'],
] as const;

/** Who handles a paper, and how long each takes: mostly hours, sometimes days. */
export function someLife(random: Random): Pick<Paper, 'clerk' | 'reviewers' | 'delays' | 'fate'> {
  const slow = random.chance(0.07) ? 4 : 1;
  return {
    clerk: random.pick(['clerk', 'clerk', 'clerk2', 'clerk2', 'clerk3']),
    reviewers: random.pick(pairs),
    delays: {
      review: slow * random.between(15, 220),
      second: slow * random.between(20, 200),
      mend: random.between(20, 300),
      archive: slow * random.between(60, 700),
    },
    fate: 'archived',
  };
}
