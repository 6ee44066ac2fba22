import type { PageRef } from '@danku/contract/document-shapes.ts';

import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import type { ItemRecord } from './inbox-item.ts';

type FilePages = { id: string; state: 'waiting' | 'ready' | 'failed'; pageCount: number | null };

/** Are the pages of the results the pages of the items, each once? A file that cannot be shown counts as one page. */
export async function requireEveryPageOnce(
  { tx }: Pick<Context, 'tx'>,
  items: readonly ItemRecord[],
  results: readonly (readonly PageRef[])[],
): Promise<void> {
  const { rows } = await tx.sql.query<FilePages>(
    `SELECT id, preview_state AS state, page_count AS "pageCount" FROM app.files WHERE id = ANY ($1::uuid[])`,
    [items.flatMap(({ fileIds }) => fileIds)],
  );
  if (rows.some(({ state }) => state === 'waiting')) {
    throw new Problem('conflict', { reasons: ['pages-pending'] });
  }
  const counts = new Map(rows.map(({ id, pageCount }) => [id, pageCount ?? 1]));
  const left = new Set(items.flatMap((item) => pagesOf(item, counts)));
  const errors = results.flatMap((pages, result) =>
    pages.flatMap((page, index) =>
      left.delete(keyOf(page)) ? [] : [{ path: `/results/${result}/${index}`, code: faultOf(page, items, counts) }],
    ),
  );
  if (left.size > 0) {
    errors.push({ path: '/results', code: 'page-missing' });
  }
  if (errors.length > 0) {
    throw new Problem('invalid', { errors });
  }
}

function pagesOf({ arrangement, fileIds }: ItemRecord, counts: Map<string, number>): string[] {
  if (arrangement !== null) {
    return arrangement.map(keyOf);
  }
  return fileIds.flatMap((fileId) =>
    Array.from({ length: counts.get(fileId) ?? 1 }, (_, index) => keyOf({ fileId, page: index + 1 })),
  );
}

function faultOf(page: PageRef, items: readonly ItemRecord[], counts: Map<string, number>): string {
  const isKnown = items.some((item) => pagesOf(item, counts).includes(keyOf(page)));
  return isKnown ? 'page-repeated' : 'unknown-page';
}

function keyOf({ fileId, page }: { fileId: string; page: number }): string {
  return `${fileId} ${page}`;
}
