import { hash, verify } from '@node-rs/argon2';

import { Problem } from '../../problem.ts';

/** argon2id with 64 MiB, 3 passes, 1 lane: about 170 ms. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const wanted = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** Hashing takes a core and 64 MiB each time, so few run at once and few may wait: whoever comes then is asked to come again. */
const mostAtOnce = 2;
const mostWaiting = 30;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) {
      throw new Problem('unavailable', { retryAfter: 5, detail: 'Too many passwords are being checked.' });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) {
      running -= 1;
    } else {
      next();
    }
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), cost));
}

/** Takes as long when there is no hash (unknown address, no password set yet) as when there is one. */
export async function isPassword(password: string, known: string | null): Promise<boolean> {
  const isRight = await inTurn(() => verify(known ?? decoy, password.normalize('NFC')));
  return isRight && known !== null;
}

/** Made with older parameters, so it has to be made anew while the password is at hand. */
export function isOutdated(known: string): boolean {
  return !known.startsWith(wanted);
}

/** A hash of random bytes nobody knows, with today's cost. */
const decoy = `${wanted}c29tZSBvdGhlciBzYWx0IQ$uGr8kQ0nq1Pn1zQ4kX0W1oJmZ8yTbq3vLr5cF2s7Hpo`;
