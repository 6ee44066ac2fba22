import type { InboxItem } from '@danku/contract/files.ts';
import { describe, expect, it } from 'vitest';
import { mergeItems, movePage, rotatePages, splitItem } from './arrangements.ts';

const file = 'f1';
const page = (number: number, rotation = 0) => ({
  fileId: file,
  page: number,
  rotation,
  width: 1,
  height: 1,
  renderedFromData: false,
});
const ref = (number: number, rotation = 0) => ({ fileId: file, page: number, rotation });

function item(id: string, pages: InboxItem['pages']): InboxItem {
  return {
    id,
    state: 'open',
    files: [],
    pages,
    reason: null,
    documentId: null,
    receivedBy: { id: 'm', name: '李娜' },
    receivedAt: '2026-11-24T08:00:00Z',
    version: 3,
  };
}

describe('arranging pages', () => {
  const three = item('a', [page(1), page(2), page(3)]);

  it('cuts before a page, or takes the ticked ones out', () => {
    expect(splitItem(three, new Set(), 1)).toEqual({ items: [{ id: 'a', version: 3 }], results: [[ref(1)], [ref(2), ref(3)]] });
    expect(splitItem(three, new Set([0, 2]), 1)?.results).toEqual([[ref(2)], [ref(1), ref(3)]]);
  });

  it('has nothing to cut before the first page, nor when all are ticked', () => {
    expect(splitItem(three, new Set(), 0)).toBeNull();
    expect(splitItem(three, new Set([0, 1, 2]), 0)).toBeNull();
  });

  it('merges papers in their order', () => {
    expect(mergeItems([item('a', [page(1)]), item('b', [page(2)])])).toEqual({
      items: [
        { id: 'a', version: 3 },
        { id: 'b', version: 3 },
      ],
      results: [[ref(1), ref(2)]],
    });
    expect(mergeItems([three])).toBeNull();
  });

  it('turns by quarters and comes round', () => {
    expect(rotatePages(item('a', [page(1, 270), page(2)]), new Set([0])).results).toEqual([[ref(1, 0), ref(2)]]);
  });

  it('moves a page, but not out of its paper', () => {
    expect(movePage(three, 0, 2)?.results).toEqual([[ref(2), ref(3), ref(1)]]);
    expect(movePage(three, 0, -1)).toBeNull();
    expect(movePage(three, 2, 3)).toBeNull();
  });
});
