import type { RefObject } from 'react';
import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Where a page that goes takes the focus with it, the next one begins at its start, not at the top of everything. */
export function useFocusKept(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  useEffect(() => {
    if (document.activeElement === document.body) {
      main.current?.focus({ preventScroll: true });
    }
  }, [main, pathname]);
}
