import type { InboxItem } from '@danku/contract/files.ts';
import { useMemo, useState } from 'react';

export interface Spot {
  itemId: string;
  page: number;
}

/** Where one stands in the list (a paper and one of its pages), and which pages are ticked. */
export function useSelection(items: readonly InboxItem[]) {
  const [wanted, setSpot] = useState<Spot | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const item = items.find(({ id }) => id === wanted?.itemId) ?? items[0];
  const page =
    item === undefined ? 0 : Math.min(item.id === wanted?.itemId ? wanted.page : 0, Math.max(item.pages.length - 1, 0));
  const chosen = useMemo(() => {
    const pagesOf = ({ id, pages }: InboxItem) =>
      new Set(pages.flatMap((_page, index) => (ticked.has(keyOf({ itemId: id, page: index })) ? [index] : [])));
    return new Map(items.map((one) => [one.id, pagesOf(one)]));
  }, [items, ticked]);

  const stepItem = (by: 1 | -1) => {
    const at = items.findIndex(({ id }) => id === item?.id);
    const next = items[Math.min(Math.max(at + by, 0), items.length - 1)];
    if (next !== undefined) {
      setSpot({ itemId: next.id, page: 0 });
    }
  };
  const stepPage = (by: 1 | -1) => {
    if (item !== undefined) {
      setSpot({ itemId: item.id, page: Math.min(Math.max(page + by, 0), Math.max(item.pages.length - 1, 0)) });
    }
  };
  const tick = (spot: Spot) =>
    setTicked((now) => {
      const next = new Set(now);
      const key = keyOf(spot);
      return next.delete(key) ? next : next.add(key);
    });
  return {
    item,
    page,
    setSpot,
    stepItem,
    stepPage,
    tick,
    chosenOf: (id: string): ReadonlySet<number> => chosen.get(id) ?? new Set(),
    tickedItems: items.filter(({ id }) => (chosen.get(id)?.size ?? 0) > 0),
    count: [...chosen.values()].reduce((sum, { size }) => sum + size, 0),
    clear: () => setTicked(new Set()),
  };
}

export type Selection = ReturnType<typeof useSelection>;

function keyOf({ itemId, page }: Spot): string {
  return `${itemId}/${page}`;
}
