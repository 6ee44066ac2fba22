import { listEvents } from '@danku/contract/audit.ts';
import { listMembers } from '@danku/contract/people.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import type { Pick } from '../../components/pick-combobox.tsx';
import type { AuditFilters } from './audit-filters.ts';
import { auditQueryOf } from './audit-filters.ts';

const firstPage: string | undefined = undefined;

export function auditQuery(tenant: string, filters: AuditFilters) {
  return infiniteQueryOptions({
    queryKey: ['audit', tenant, auditQueryOf(filters)],
    queryFn: ({ pageParam, signal }) => call(listEvents, { query: { ...auditQueryOf(filters), cursor: pageParam } }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Names of people, for events that name them only by their ids. */
export function namesQuery(tenant: string) {
  return queryOptions({
    queryKey: ['members', tenant, 'names'],
    queryFn: ({ signal }) => call(listMembers, { query: { limit: 100 } }, { signal }),
    staleTime: 300_000,
  });
}

export async function findPeople(text: string, signal: AbortSignal): Promise<Pick[]> {
  const { items } = await call(listMembers, { query: { q: text, limit: 10 } }, { signal });
  return items.map(({ id, name, email }) => ({ id, name, hint: email }));
}
