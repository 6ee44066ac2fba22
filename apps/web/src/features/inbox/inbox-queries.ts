import { createDocument } from '@danku/contract/documents.ts';
import type { InboxItem } from '@danku/contract/files.ts';
import { arrangeInbox, listInbox, rejectInboxItem, retryPreview } from '@danku/contract/files.ts';
import type { Kind } from '@danku/domain/documents/kinds.ts';
import type { QueryClient } from '@tanstack/react-query';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import type { Arrangement } from './arrangements.ts';

const pollPause = 2000;
const firstPage: string | null = null;
export const inboxStates = ['open', 'registered', 'rejected'] as const;
export type InboxState = (typeof inboxStates)[number];

/** Papers that came in; asked again every two seconds while any preview is still being made. */
export function inboxQuery(tenant: string, state: InboxState) {
  return infiniteQueryOptions({
    queryKey: ['inbox', tenant, state],
    queryFn: ({ signal, pageParam }) =>
      call(listInbox, { query: { state, ...(pageParam === null ? {} : { cursor: pageParam }) } }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some(isWaiting)) === true ? pollPause : false,
  });
}

export function isWaiting({ files }: InboxItem): boolean {
  return files.some(({ previewState }) => previewState === 'waiting');
}

export function useArrange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (arrangement: Arrangement) => call(arrangeInbox, { body: arrangement }),
    onSettled: () => refresh(client),
  });
}

export function useReject() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ item, reason }: { item: InboxItem; reason: string }) =>
      call(rejectInboxItem, { params: { id: item.id }, body: { version: item.version, reason } }),
    onSettled: () => refresh(client),
  });
}

export function useRetryPreview() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(retryPreview, { params: { id }, body: {} }),
    onSettled: () => refresh(client),
  });
}

export function useRegister() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, inboxItemId }: { kind: Kind; inboxItemId: string }) =>
      call(createDocument, { body: { kind, inboxItemId } }),
    onSettled: () => refresh(client),
  });
}

/** Shows what came in or went out, here and in the counts of the rail. */
export function refresh(client: QueryClient): Promise<unknown> {
  return Promise.all([client.invalidateQueries({ queryKey: ['inbox'] }), client.invalidateQueries({ queryKey: ['queues'] })]);
}
