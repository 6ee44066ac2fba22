import type { PageRef, ShownPage } from '@danku/contract/document-shapes.ts';
import type { InboxItem } from '@danku/contract/files.ts';

/** Items that go in and the items, as lists of pages, that come out. The files themselves never change. */
export interface Arrangement {
  items: { id: string; version: number }[];
  results: PageRef[][];
}

/** Takes the chosen pages out into a paper of their own; with none chosen, cuts before the page at `at`. Null where nothing is to cut. */
export function splitItem(item: InboxItem, chosen: ReadonlySet<number>, at: number): Arrangement | null {
  const pages = refsOf(item);
  const isOut = (index: number) => (chosen.size > 0 ? chosen.has(index) : index >= at);
  const [stays, goes] = [pages.filter((_page, index) => !isOut(index)), pages.filter((_page, index) => isOut(index))];
  return stays.length === 0 || goes.length === 0 ? null : { items: [keyOf(item)], results: [stays, goes] };
}

/** Makes one paper of several, in the order of the list. */
export function mergeItems(items: readonly InboxItem[]): Arrangement | null {
  return items.length < 2 ? null : { items: items.map(keyOf), results: [items.flatMap(refsOf)] };
}

/** Turns pages a quarter clockwise. */
export function rotatePages(item: InboxItem, chosen: ReadonlySet<number>): Arrangement {
  const pages = refsOf(item).map((page, index) =>
    chosen.has(index) ? { ...page, rotation: quarter(page.rotation + 90) } : page,
  );
  return { items: [keyOf(item)], results: [pages] };
}

/** Moves one page to another place of the same paper. Null where it is there already. */
export function movePage(item: InboxItem, from: number, to: number): Arrangement | null {
  const pages = refsOf(item);
  const [page] = pages.splice(from, 1);
  if (page === undefined || from === to || to < 0 || to > pages.length) {
    return null;
  }
  pages.splice(to, 0, page);
  return { items: [keyOf(item)], results: [pages] };
}

function refsOf({ pages }: InboxItem): PageRef[] {
  return pages.map(({ fileId, page, rotation }: ShownPage) => ({ fileId, page, rotation: quarter(rotation) }));
}

function keyOf({ id, version }: InboxItem): { id: string; version: number } {
  return { id, version };
}

const quarters = [0, 90, 180, 270] as const;

function quarter(degrees: number): PageRef['rotation'] {
  return quarters[((Math.round(degrees / 90) % 4) + 4) % 4] ?? 0;
}
