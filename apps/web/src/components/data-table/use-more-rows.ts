import { useEffect, useRef } from 'react';

interface More {
  hasMore?: boolean;
  isLoadingMore?: boolean;
  onMore?: () => void;
}

const ahead = 15;

/** Asks for the next page before the end of this one is reached. */
export function useMoreRows(lastInSight: number, count: number, { hasMore = false, isLoadingMore = false, onMore }: More): void {
  const isNear = hasMore && !isLoadingMore && count > 0 && lastInSight >= count - ahead;
  const ask = useRef(onMore);
  useEffect(() => {
    ask.current = onMore;
  });
  useEffect(() => {
    if (isNear) {
      ask.current?.();
    }
  }, [isNear]);
}
