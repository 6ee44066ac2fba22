import type { DocumentRow } from '@danku/contract/document-shapes.ts';
import type { WordKey } from '@danku/words/keys.ts';
import type { Translate } from '@danku/words/translate.ts';
import { sayType } from '../../i18n/say-type.ts';

type Column = readonly [WordKey, (row: DocumentRow, t: Translate) => string | null];

const columns: readonly Column[] = [
  ['document.column.kind', (row, t) => sayType(t, row)],
  ['document.column.number', (row) => row.number ?? row.draftNumber],
  ['document.column.registryNumber', (row) => row.registryNumber],
  ['document.column.party', (row) => row.partyName],
  ['document.column.issueDate', (row) => row.issueDate],
  ['settings.currency', (row) => row.currency],
  ['document.column.gross', (row) => row.grossTotal],
  ['document.column.stage', (row, t) => t(`stage.${row.stage}`)],
  ['document.column.enteredBy', (row) => row.createdBy.name],
];

/** The rows as CSV for Excel: with a byte order mark, and no cell that a spreadsheet would run as a formula. */
export function csvOf(t: Translate, rows: readonly DocumentRow[]): string {
  const lines = [columns.map(([word]) => t(word)), ...rows.map((row) => columns.map(([, read]) => read(row, t) ?? ''))];
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  const isAmount = /^-?\d+(?:\.\d+)?$/.test(cell);
  const harmless = !isAmount && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
