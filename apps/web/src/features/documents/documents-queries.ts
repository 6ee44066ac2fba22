import { readArchiveRecord, readPaper } from '@danku/contract/archive.ts';
import { listComments, listLinks } from '@danku/contract/discussion.ts';
import { listDocuments, listFindings, readDocument } from '@danku/contract/documents.ts';
import { readFile } from '@danku/contract/files.ts';
import { diffVersions, listDocumentEvents, listVersions, readVersion } from '@danku/contract/history.ts';
import { listCustomers } from '@danku/contract/master-data.ts';
import { listMembers } from '@danku/contract/people.ts';
import { listDocumentTypes } from '@danku/contract/settings.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import type { Pick } from '../../components/pick-combobox.tsx';
import type { DocumentFilters } from './document-filters.ts';
import { queryOf } from './document-filters.ts';

const firstPage: string | undefined = undefined;

/** The list, page by page. While other filters load, the rows of before stay, dimmed. */
export function documentsQuery(tenant: string, filters: DocumentFilters) {
  return infiniteQueryOptions({
    queryKey: ['documents', tenant, 'list', queryOf(filters)],
    queryFn: ({ pageParam, signal }) => call(listDocuments, { query: { ...queryOf(filters), cursor: pageParam } }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One document, whole. Every reading is recorded as a view, so it is not asked again for every focus of the window. */
export function documentQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'one', id],
    queryFn: ({ signal }) => call(readDocument, { params: { id } }, { signal }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) => (state.data?.pagesPending === true ? 3000 : false),
  });
}

export function eventsQuery(tenant: string, id: string) {
  return infiniteQueryOptions({
    queryKey: ['documents', tenant, 'one', id, 'events'],
    queryFn: ({ pageParam, signal }) =>
      call(listDocumentEvents, { params: { id }, query: { cursor: pageParam, limit: 100 } }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 0,
  });
}

export function versionsQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'one', id, 'versions'],
    queryFn: ({ signal }) => call(listVersions, { params: { id } }, { signal }),
  });
}

export function versionQuery(tenant: string, id: string, number: number) {
  return queryOptions({
    queryKey: ['documents', tenant, 'one', id, 'versions', number],
    queryFn: ({ signal }) => call(readVersion, { params: { id, number } }, { signal }),
    staleTime: Infinity,
  });
}

/** What changed from one version to another; to the content of now where `to` is null. */
export function diffQuery(tenant: string, id: string, from: number, to: number | null) {
  return queryOptions({
    queryKey: ['documents', tenant, 'one', id, 'diff', from, to],
    queryFn: ({ signal }) => call(diffVersions, { params: { id }, query: { from, to: to ?? undefined } }, { signal }),
  });
}

export function commentsQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'one', id, 'comments'],
    queryFn: ({ signal }) => call(listComments, { params: { id } }, { signal }),
  });
}

export function linksQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'one', id, 'links'],
    queryFn: ({ signal }) => call(listLinks, { params: { id } }, { signal }),
  });
}

export function findingsQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'one', id, 'findings'],
    queryFn: ({ signal }) => call(listFindings, { params: { id } }, { signal }),
    staleTime: 0,
  });
}

export function archiveRecordQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'one', id, 'archive-record'],
    queryFn: ({ signal }) => call(readArchiveRecord, { params: { id } }, { signal }),
  });
}

export function paperQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'one', id, 'paper'],
    queryFn: ({ signal }) => call(readPaper, { params: { id } }, { signal }),
  });
}

export function fileQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['files', tenant, id],
    queryFn: ({ signal }) => call(readFile, { params: { id } }, { signal }),
    staleTime: Infinity,
  });
}

/** The organisation's types, for their extra fields. */
export function typesQuery(tenant: string) {
  return queryOptions({
    queryKey: ['document-types', tenant],
    queryFn: ({ signal }) => call(listDocumentTypes, {}, { signal }),
    staleTime: 300_000,
  });
}

export async function findMembers(text: string, signal: AbortSignal): Promise<Pick[]> {
  const { items } = await call(listMembers, { query: { q: text, active: 'true', limit: 10 } }, { signal });
  return items.map(({ id, name, roles }) => ({ id, name, hint: roles.map((role) => role.name).join(', ') }));
}

export async function findCustomers(text: string, signal: AbortSignal): Promise<Pick[]> {
  const { items } = await call(listCustomers, { query: { q: text, limit: 10 } }, { signal });
  return items.map(({ id, name, code }) => ({ id, name, hint: code }));
}

/** Other documents by number, party or amount. */
export async function findDocuments(text: string, signal: AbortSignal): Promise<(Pick & { kind: string })[]> {
  const { items } = await call(listDocuments, { query: { q: text, limit: 10 } }, { signal });
  return items.map(({ id, kind, typeName, number, registryNumber, draftNumber, partyName }) => ({
    id,
    kind,
    name: `${typeName} ${number ?? registryNumber ?? draftNumber}`,
    hint: partyName,
  }));
}
