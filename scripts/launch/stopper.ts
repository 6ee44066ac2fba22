import { note, reasonOf } from './say.ts';

type Step = () => unknown;

/** Undoes what was started, the latest first, on a signal or a failure; once, however often it is asked. */
export function stopper(announce: () => void = () => undefined) {
  const steps: Step[] = [];
  let stopping: Promise<void> | undefined;

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping === undefined) {
        announce();
      }
      void stop().then(() => process.exit(0));
    });
  }

  function stop(): Promise<void> {
    if (stopping === undefined) {
      // Whatever still uses what is being taken away may complain; the way out is the same.
      process.on('uncaughtException', () => undefined);
      stopping = undoAll();
    }
    return stopping;
  }

  async function undoAll(): Promise<void> {
    for (const step of steps.toReversed()) {
      await step();
    }
  }

  return {
    /** What to do at the end, before everything that was named earlier. */
    before: (step: Step): number => steps.push(step),
    withError: async (error: unknown): Promise<never> => {
      note(reasonOf(error));
      await stop();
      process.exit(1);
    },
  };
}
