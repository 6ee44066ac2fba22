import type { QueueStage } from '@danku/domain/documents/flow.ts';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTenant } from '../../app/paths.ts';
import { queuesQuery } from '../../app/use-counts.ts';

export const reviewStages: readonly QueueStage[] = ['review', 'second-review', 'adjudication'];

/** The stages one works in from here: the one named by `?queue=`, else all one may, the most pressing first. Undefined until known. */
export function useReviewStages(): readonly QueueStage[] | undefined {
  const tenant = useTenant();
  const [search] = useSearchParams();
  const { data } = useQuery(queuesQuery(tenant));
  const named = reviewStages.find((stage) => stage === search.get('queue'));
  if (named !== undefined) {
    return [named];
  }
  return data?.items
    .filter(({ stage, mayWork }) => mayWork && reviewStages.includes(stage))
    .sort((one, other) => other.overdue - one.overdue || (one.nextDueAt ?? '~').localeCompare(other.nextDueAt ?? '~'))
    .map(({ stage }) => stage);
}
