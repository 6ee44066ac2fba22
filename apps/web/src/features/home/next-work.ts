import type { Reply } from '@danku/contract/endpoint.ts';
import type { listQueues } from '@danku/contract/work.ts';
import type { Grants } from '@danku/domain/access/permissions.ts';
import type { QueueStage } from '@danku/domain/documents/flow.ts';
import type { Place } from '../../app/paths.ts';

export type Queues = Reply<typeof listQueues>;
export type NextWork = QueueStage | 'returned' | 'questions';

const places: Record<NextWork, { place: Place; search?: string }> = {
  returned: { place: 'returned' },
  questions: { place: 'questions' },
  entry: { place: 'entryQueue' },
  review: { place: 'reviewQueue', search: '?queue=review' },
  'second-review': { place: 'reviewQueue', search: '?queue=second-review' },
  adjudication: { place: 'adjudicationQueue' },
  approved: { place: 'archiveQueue' },
};

/** Where each kind of work is done. */
export function placeOf(work: NextWork): { place: Place; search: string } {
  return { search: '', ...places[work] };
}

/** What to do next: what came back first, then the queue with most overdue, then the one that falls due first. */
export function nextWork(queues: Queues, grants: Grants): NextWork | null {
  if (queues.returned > 0 && grants['document.enter'] !== undefined) {
    return 'returned';
  }
  const [first] = queues.items
    .filter(({ mayWork, count }) => mayWork && count > 0)
    .toSorted((one, other) => other.overdue - one.overdue || (one.nextDueAt ?? '~').localeCompare(other.nextDueAt ?? '~'));
  return first?.stage ?? (queues.questions > 0 ? 'questions' : null);
}
