import type { DocumentRow } from '@danku/contract/document-shapes.ts';

/** What says more than the stage while a document is being entered. */
export function flagOf(row: Pick<DocumentRow, 'isReturned' | 'lease'>): 'entering' | 'returned' | null {
  if (row.isReturned) {
    return 'returned';
  }
  return row.lease === null ? null : 'entering';
}
