import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'react-router';
import { useTenant } from '../../app/paths.ts';
import { filtersOf } from './document-filters.ts';
import { documentsQuery } from './documents-queries.ts';

/** The list one came from, as the address had it; null where the document was opened by a link of its own. */
export function useListBehind(): string | null {
  const { state } = useLocation();
  const given: unknown = state;
  const isListed = typeof given === 'object' && given !== null && 'list' in given && typeof given.list === 'string';
  return isListed ? String(given.list) : null;
}

/** The documents before and after this one in the list one came from. Nearing its end, the list grows by itself. */
export function useNeighbours(id: string): { previous: string | null; next: string | null } {
  const list = useListBehind();
  const filters = useMemo(() => filtersOf(new URLSearchParams(list ?? '')), [list]);
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    ...documentsQuery(useTenant(), filters),
    enabled: list !== null,
    staleTime: Infinity,
  });
  const ids = data?.pages.flatMap((page) => page.items.map((row) => row.id)) ?? [];
  const at = ids.indexOf(id);
  const isNearEnd = at >= 0 && at >= ids.length - 2 && hasNextPage && !isFetching;
  useEffect(() => {
    if (isNearEnd) {
      void fetchNextPage();
    }
  }, [isNearEnd, fetchNextPage]);
  return { previous: at < 0 ? null : (ids[at - 1] ?? null), next: at < 0 ? null : (ids[at + 1] ?? null) };
}
