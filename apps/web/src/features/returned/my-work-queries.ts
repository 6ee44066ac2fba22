import type { Reply } from '@danku/contract/endpoint.ts';
import { listMyWork } from '@danku/contract/work.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

export type MyWork = Reply<typeof listMyWork>['items'][number];
export type Holding = MyWork['holding'];
export const holdings: readonly Holding[] = ['returned', 'assigned', 'leased', 'draft'];

/** Everything that waits for this person alone; the tabs are cut from one answer, so that their counts agree. */
export function myWorkQuery(tenant: string) {
  return queryOptions({
    queryKey: ['my-work', tenant],
    queryFn: ({ signal }) => call(listMyWork, {}, { signal }),
    refetchInterval: 30_000,
  });
}
