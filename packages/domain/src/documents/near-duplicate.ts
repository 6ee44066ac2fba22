/** What is compared of two documents. `gross` in minor units, `date` as YYYY-MM-DD, `party` the other side's name. */
export type DuplicateFacts = {
  kind: string;
  gross: bigint | null;
  party: string | null;
  date: string | null;
  number: string | null;
};

/** From this score on the clerk is warned. */
export const nearDuplicateThreshold = 0.9;

/**
 * How alike two documents of one kind are, 0 to 1, to four decimals:
 * .45·[gross equal] + .30·Dice(party) + .20·max(0, 1 − |Δdays|/30) + .05·Dice(number). Other kinds score 0.
 */
export function nearDuplicateScore(one: DuplicateFacts, other: DuplicateFacts): number {
  if (one.kind !== other.kind) {
    return 0;
  }
  const sameGross = one.gross !== null && one.gross === other.gross ? 1 : 0;
  const score =
    0.45 * sameGross +
    0.3 * bigramDice(one.party ?? '', other.party ?? '') +
    0.2 * dateCloseness(one.date, other.date) +
    0.05 * bigramDice(one.number ?? '', other.number ?? '');
  return Math.round(score * 10_000) / 10_000;
}

export function isNearDuplicate(one: DuplicateFacts, other: DuplicateFacts): boolean {
  return nearDuplicateScore(one, other) >= nearDuplicateThreshold;
}

/** Dice coefficient over bigrams, 2·|shared| / (|a| + |b|), counting repeats; width, case and spaces do not matter. */
export function bigramDice(one: string, other: string): number {
  const left = plain(one);
  const right = plain(other);
  if (left === '' || right === '') {
    return 0;
  }
  if (left === right) {
    return 1;
  }
  const open = new Map<string, number>();
  for (const gram of bigrams(left)) {
    open.set(gram, (open.get(gram) ?? 0) + 1);
  }
  let shared = 0;
  for (const gram of bigrams(right)) {
    const count = open.get(gram) ?? 0;
    if (count > 0) {
      open.set(gram, count - 1);
      shared += 1;
    }
  }
  const size = bigrams(left).length + bigrams(right).length;
  return size === 0 ? 0 : (2 * shared) / size;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

function bigrams(text: string): string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

function dateCloseness(one: string | null, other: string | null): number {
  if (one === null || other === null) {
    return 0;
  }
  const days = Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
  return Number.isNaN(days) ? 0 : Math.max(0, 1 - days / 30);
}
