import { listComments } from '@danku/contract/discussion.ts';
import { listFindings, readDocument } from '@danku/contract/documents.ts';
import { diffVersions, listDocumentEvents, listVersions } from '@danku/contract/history.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

/** The document under review. Taking the next one fills this, so that the view is asked for once. */
export function documentQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'review', id],
    queryFn: ({ signal }) => call(readDocument, { params: { id } }, { signal }),
    // Every read is recorded as a view; coming back to the window is none.
    refetchOnWindowFocus: false,
    // Previews are still being made: the pages appear as they come.
    refetchInterval: ({ state }) => (state.data?.pagesPending === true ? 3000 : false),
  });
}

export function findingsQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'review', id, 'findings'],
    queryFn: ({ signal }) => call(listFindings, { params: { id } }, { signal }),
  });
}

export function versionsQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'review', id, 'versions'],
    queryFn: ({ signal }) => call(listVersions, { params: { id } }, { signal }),
  });
}

/** What the clerk changed since the version before; the newest version is compared with its predecessor. */
export function diffQuery(tenant: string, id: string, newest: number) {
  return queryOptions({
    queryKey: ['documents', tenant, 'review', id, 'diff', newest],
    queryFn: ({ signal }) => call(diffVersions, { params: { id }, query: { from: newest - 1, to: newest } }, { signal }),
    enabled: newest > 1,
  });
}

export function eventsQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'review', id, 'events'],
    queryFn: ({ signal }) => call(listDocumentEvents, { params: { id }, query: { limit: 50 } }, { signal }),
  });
}

export function commentsQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'review', id, 'comments'],
    queryFn: ({ signal }) => call(listComments, { params: { id } }, { signal }),
  });
}
