import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useKeys } from '../keys.ts';

interface ActiveRow {
  count: number;
  scrollTo: (index: number) => void;
  open: (index: number) => void;
  tick: ((index: number) => void) | undefined;
}

/**
 * The row the keyboard is on. Focus stays on the frame, which names the row: a row that scrolls out of the page may be
 * taken out of it without the focus getting lost.
 */
export function useActiveRow({ count, scrollTo, open, tick }: ActiveRow) {
  const [index, setIndex] = useState<number | null>(null);
  const current = index === null || count === 0 ? null : Math.min(index, count - 1);
  const go = (to: number) => {
    const next = Math.min(Math.max(to, 0), count - 1);
    setIndex(next);
    scrollTo(next);
  };
  const move = (step: number) => go(current === null ? 0 : current + step);
  const openCurrent = () => current !== null && open(current);
  const tickCurrent = () => current !== null && tick?.(current);
  useKeys(
    [
      { keys: 'j', label: 'shell.keys.next', group: 'list', run: () => move(1) },
      { keys: 'k', label: 'shell.keys.previous', group: 'list', run: () => move(-1) },
      { keys: 'o', label: 'shell.keys.open', group: 'list', run: openCurrent },
      ...(tick === undefined
        ? []
        : [{ keys: 'x', label: 'shell.keys.select' as const, group: 'list' as const, run: tickCurrent }]),
    ],
    count > 0,
  );
  const moves: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(15),
    PageUp: () => move(-15),
    Home: () => go(0),
    End: () => go(count - 1),
    Enter: openCurrent,
    ' ': tickCurrent,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target === event.currentTarget && moves[event.key] !== undefined) {
      event.preventDefault();
      moves[event.key]?.();
    }
  };
  return { index: current, setIndex, onKeyDown };
}
