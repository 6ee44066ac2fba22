import { useEffect } from 'react';

interface More {
  hasMore?: boolean;
  isLoadingMore?: boolean;
  onMore?: () => void;
}

const ahead = 15;

/** Asks for the next page before the end of this one is reached. */
export function useMoreRows(lastInSight: number, count: number, { hasMore = false, isLoadingMore = false, onMore }: More): void {
  const isNear = hasMore && !isLoadingMore && count > 0 && lastInSight >= count - ahead;
  useEffect(() => {
    if (isNear) {
      onMore?.();
    }
  }, [isNear, count]);
}
