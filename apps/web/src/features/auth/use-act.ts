import { useEffect, useState } from 'react';
import type { ProblemError } from '../../api/problem-error.ts';
import { asProblem } from '../../api/problem-error.ts';

interface Act<Given> {
  run: (given: Given) => void;
  /** From the press of the button on, and still while the next page loads. */
  isBusy: boolean;
  isDone: boolean;
  problem: ProblemError | null;
}

/** One act of a page before sign-in, whose problem the page shows itself. The cache of the app is not needed here, and not loaded. */
export function useAct<Given>(act: (given: Given) => Promise<unknown>): Act<Given> {
  const [state, setState] = useState<'idle' | 'running' | 'done' | ProblemError>('idle');
  const run = (given: Given) => {
    setState('running');
    act(given).then(
      () => setState('done'),
      (error: unknown) => setState(asProblem(error)),
    );
  };
  return {
    run,
    isBusy: state === 'running' || state === 'done',
    isDone: state === 'done',
    problem: typeof state === 'object' ? state : null,
  };
}

/** What a page before sign-in asks once when it is shown: undefined until it is known, null where it could not be had. */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>): T | null | undefined {
  const [answer, setAnswer] = useState<T | null>();
  const [first] = useState(() => ask);
  useEffect(() => {
    const abort = new AbortController();
    first(abort.signal).then(setAnswer, () => abort.signal.aborted || setAnswer(null));
    return () => abort.abort();
  }, [first]);
  return answer;
}
