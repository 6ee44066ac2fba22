import type { WordKey } from '@danku/words/keys.ts';
import type { ReactNode } from 'react';

/** One column of a list. `width` is any CSS width; amounts and numbers are aligned at the end. */
export interface TableColumn<Row> {
  key: string;
  header: WordKey;
  cell: (row: Row) => ReactNode;
  width?: string;
  align?: 'start' | 'end';
  /** The API's name of the order this column can be sorted by. */
  sort?: string;
}

/** "date" is ascending, "-date" descending, as in the address and the API. */
export function nextSort(current: string | undefined, column: string): string {
  return current === column ? `-${column}` : column;
}

export function ariaSort(current: string | undefined, column: string | undefined): 'ascending' | 'descending' | undefined {
  if (column === undefined || current?.replace('-', '') !== column) {
    return undefined;
  }
  return current.startsWith('-') ? 'descending' : 'ascending';
}
