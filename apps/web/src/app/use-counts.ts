import { listQueues } from '@danku/contract/work.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { NavigationItem } from './navigation.ts';
import { useTenant } from './paths.ts';

export type Counts = Partial<Record<NonNullable<NavigationItem['counts']>, number>>;

/** The lengths of this person's queues, kept fresh while the page is seen. Anything that moves work invalidates `['queues']`. */
export function queuesQuery(tenant: string) {
  return queryOptions({
    queryKey: ['queues', tenant],
    queryFn: ({ signal }) => call(listQueues, {}, { signal }),
    refetchInterval: 30_000,
  });
}

/** The numbers beside the places of the rail. */
export function useCounts(): Counts {
  const { data } = useQuery(queuesQuery(useTenant()));
  if (data === undefined) {
    return {};
  }
  const { items, returned, questions, inbox } = data;
  // "Review" leads to both rounds; a person counts those in which they may work.
  const review = items.filter(({ stage, mayWork }) => mayWork && (stage === 'review' || stage === 'second-review'));
  return {
    ...Object.fromEntries(items.map(({ stage, count }) => [stage, count])),
    review: review.reduce((sum, { count }) => sum + count, 0),
    returned,
    questions,
    inbox,
  };
}
