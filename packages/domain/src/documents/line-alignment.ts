import { isSameValue } from './same-value.ts';

type Line = Readonly<Record<string, unknown>>;

/** Positions of one line in the earlier and the later content; null where it does not exist. */
export type LinePair = { before: number | null; after: number | null };
type Anchor = { before: number; after: number };

/**
 * Pairs the lines of two contents, in order. A longest common subsequence of item texts, which prefers wholly equal
 * lines, gives the anchors; between two anchors the rest is paired by position.
 */
export function alignLines(before: readonly Line[], after: readonly Line[], key: string): LinePair[] {
  const end = { before: before.length, after: after.length };
  const pairs: LinePair[] = [];
  let at = { before: 0, after: 0 };
  for (const anchor of [...anchorsOf(before, after, key), end]) {
    const [gone, come] = [anchor.before - at.before, anchor.after - at.after];
    for (let step = 0; step < Math.max(gone, come); step += 1) {
      pairs.push({
        before: step < gone ? at.before + step : null,
        after: step < come ? at.after + step : null,
      });
    }
    if (anchor !== end) {
      pairs.push(anchor);
    }
    at = { before: anchor.before + 1, after: anchor.after + 1 };
  }
  return pairs;
}

/** Equal lines at the head and the tail are taken first: most edits touch one line of many. */
function anchorsOf(before: readonly Line[], after: readonly Line[], key: string): Anchor[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && isSameValue(before[head], after[head])) {
    head += 1;
  }
  let tail = 0;
  while (tail < most - head && isSameValue(before.at(-1 - tail), after.at(-1 - tail))) {
    tail += 1;
  }
  const middle = heaviestSubsequence(before.slice(head, before.length - tail), after.slice(head, after.length - tail), key);
  return [
    ...Array.from({ length: head }, (_, index) => ({ before: index, after: index })),
    ...middle.map((anchor) => ({ before: anchor.before + head, after: anchor.after + head })),
    ...Array.from({ length: tail }, (_, index) => ({
      before: before.length - tail + index,
      after: after.length - tail + index,
    })),
  ];
}

/** The usual table of the longest common subsequence, with weights: 3 for an equal line, 2 for the same item text. */
function heaviestSubsequence(before: readonly Line[], after: readonly Line[], key: string): Anchor[] {
  const width = after.length + 1;
  const best = new Uint32Array((before.length + 1) * width);
  const scoreAt = (i: number, j: number) => best[i * width + j] ?? 0;
  const weight = (i: number, j: number) => {
    const [old, now] = [before[i], after[j]];
    if (old === undefined || now === undefined || itemOf(old, key) !== itemOf(now, key)) {
      return 0;
    }
    if (isSameValue(old, now)) {
      return 3;
    }
    return itemOf(old, key) === '' ? 0 : 2;
  };
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const paired = weight(i, j);
      const joined = paired === 0 ? 0 : paired + scoreAt(i + 1, j + 1);
      best[i * width + j] = Math.max(joined, scoreAt(i + 1, j), scoreAt(i, j + 1));
    }
  }
  const anchors: Anchor[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    const paired = weight(i, j);
    if (paired > 0 && scoreAt(i, j) === paired + scoreAt(i + 1, j + 1)) {
      anchors.push({ before: i, after: j });
      i += 1;
      j += 1;
    } else if (scoreAt(i, j) === scoreAt(i + 1, j)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return anchors;
}

function itemOf(line: Line, key: string): string {
  const value = line[key];
  return typeof value === 'string' ? value.normalize('NFKC').replace(/\s/g, '') : '';
}
