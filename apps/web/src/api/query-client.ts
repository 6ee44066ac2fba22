import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { CallProblemCode, ProblemError } from './problem-error.ts';
import { asProblem } from './problem-error.ts';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Problem codes the screen shows by itself, beside the field or in place; nobody is told twice. */
      handles?: readonly CallProblemCode[];
    };
  }
}

/**
 * The one cache of the app. `onProblem` tells the person: of every failed change, unless its screen handles that code, and of
 * a failed reload behind data that is still shown. A first load that fails is shown by its screen.
 */
export function createQueryClient(onProblem: (problem: ProblemError) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        const problem = asProblem(error);
        if (query.state.data !== undefined || problem.code === 'unauthenticated') {
          onProblem(problem);
        }
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        const problem = asProblem(error);
        if (mutation.meta?.handles?.includes(problem.code) !== true) {
          onProblem(problem);
        }
      },
    }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (failures, error) => failures < 2 && isPassing(error) },
      mutations: { networkMode: 'always' },
    },
  });
}

function isPassing(error: unknown): boolean {
  const { code } = asProblem(error);
  return code === 'offline' || code === 'unavailable';
}
