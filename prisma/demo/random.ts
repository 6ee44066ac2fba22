/** Chance that is the same on every machine for one seed (mulberry32). */
export interface Random {
  /** From 0 up to, not including, 1. */
  next: () => number;
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number;
  pick: <T>(choices: readonly T[]) => T;
  chance: (share: number) => boolean;
  digits: (count: number) => string;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    pick: (choices) => at(choices, between(0, choices.length - 1)),
    chance: (share) => next() < share,
    digits: (count) => Array.from({ length: count }, () => String(between(0, 9))).join(''),
  };
}

/** An element that must be there. Throws RangeError. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) {
    throw new RangeError(`There is nothing at ${index} of ${list.length}.`);
  }
  return found;
}
