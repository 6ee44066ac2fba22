import { someMistake } from './mistakes.ts';
import type { Fate, Paper } from './paper.ts';
import type { Random } from './random.ts';
import { minutesPerDay, type WorkTime } from './work-time.ts';

interface Wish {
  fate: Fate;
  count: number;
  /** How many of them are late. */
  late?: number;
  fits?: (paper: Paper) => boolean;
}

const isLargeInvoice = ({ kind, gross }: Paper) => kind === 'INV' && gross >= 10_000_000n;
const isLargeContract = ({ kind, gross }: Paper) => kind === 'SC' && gross >= 10_000_000n;
const isOrdinary = ({ kind, gross }: Paper) => kind !== 'ST' && kind !== 'CN' && gross < 10_000_000n;

/** What lies in the queues when the demo begins, in the order in which papers are chosen for it. */
const wishes: readonly Wish[] = [
  { fate: 'adjudication', count: 2, fits: isLargeInvoice },
  { fate: 'blind-first', count: 1, fits: isLargeInvoice },
  { fate: 'blind-open', count: 2, fits: isLargeInvoice },
  { fate: 'second-review', count: 3, fits: isLargeContract },
  { fate: 'blank', count: 17, late: 3, fits: isOrdinary },
  { fate: 'half', count: 5, late: 1, fits: isOrdinary },
  { fate: 'returned', count: 4, late: 1, fits: isOrdinary },
  { fate: 'asked', count: 3, fits: isOrdinary },
  { fate: 'review', count: 10, late: 3, fits: isOrdinary },
  { fate: 'approved', count: 12, late: 2 },
];

/** Chooses, among the newest papers, those that are not done yet, and moves their times close to now. */
export function dealFates(
  papers: readonly Paper[],
  { time, random, share }: { time: WorkTime; random: Random; share: number },
): void {
  const newest = papers.toSorted((one, other) => other.enteredAt - one.enteredAt).slice(0, 400);
  for (const { fate, count, late = 0, fits = () => true } of wishes) {
    const wanted = Math.max(1, Math.round(count * share));
    const chosen = newest.filter((paper) => paper.fate === 'archived' && fits(paper)).slice(0, wanted);
    for (const [index, paper] of chosen.entries()) {
      const ago = index < Math.round(late * share) ? random.between(2, 4) * minutesPerDay : enteredAgo(fate, random);
      paper.fate = fate;
      // Nobody enters a paper before its day.
      paper.enteredAt = Math.min(time.now, Math.max(time.now - ago, time.startOf(time.days.indexOf(paper.date)) + 30));
      shorten(paper, random);
    }
  }
}

/** Working minutes ago, so that what is to have happened by now has had time to. */
function enteredAgo(fate: Fate, random: Random): number {
  if (fate === 'approved') {
    return random.between(200, 2 * minutesPerDay);
  }
  return fate === 'adjudication' || fate === 'second-review' || fate === 'returned'
    ? random.between(90, 300)
    : random.between(5, 200);
}

function shorten(paper: Paper, random: Random): void {
  paper.delays = { review: random.between(10, 40), second: random.between(10, 40), mend: random.between(10, 40), archive: 0 };
  paper.question = null;
  paper.mistake = paper.fate === 'returned' ? someMistake(paper.content, random) : null;
}
