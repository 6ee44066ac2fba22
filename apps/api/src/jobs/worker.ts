import { setTimeout as sleep } from 'node:timers/promises';

import type { Services } from '../db/context.ts';
import type { ReactionName } from '../db/reaction-names.ts';
import { deliverDue, type ReactionTable } from './queue.ts';
import type { Sweep } from './reactions.ts';

export interface Worker {
  /** Takes no new work and waits for what runs. */
  stop: () => Promise<void>;
}

const lanes = 3;
const idleMilliseconds = 500;

/** Takes seconds, where the other reactions take milliseconds. */
const slow: ReactionName = 'render-previews';

/** Delivers what is due in a few lanes, one of them free of previews, so that many uploads keep no decision waiting; runs the sweeps. */
export function startWorker(services: Services, reactions: ReactionTable, sweeps: readonly Sweep[]): Worker {
  const ending = new AbortController();
  const quick: ReactionTable = new Map([...reactions].filter(([name]) => name !== slow));
  const loops = [
    runLane(services, quick, ending.signal),
    ...Array.from({ length: lanes - 1 }, () => runLane(services, reactions, ending.signal)),
    ...sweeps.map((sweep) => runSweep(services, sweep, ending.signal)),
  ];
  return {
    stop: async () => {
      ending.abort();
      await Promise.all(loops);
    },
  };
}

async function runLane(services: Services, reactions: ReactionTable, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const taken = await deliverDue(services, reactions).catch((error: unknown) => {
      services.log.warn({ error: String(error) }, 'queue not reachable');
      return 0;
    });
    if (taken === 0) {
      await pause(idleMilliseconds, signal);
    }
  }
}

async function runSweep(services: Services, { name, everyMinutes, run }: Sweep, signal: AbortSignal): Promise<void> {
  // Not at once: a server that starts has better things to do.
  await pause(20_000, signal);
  while (!signal.aborted) {
    await run(services).catch((error: unknown) => services.log.error({ sweep: name, error: String(error) }, 'sweep failed'));
    await pause(everyMinutes * 60_000, signal);
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
