import type { KeyboardEvent } from 'react';
import { memo, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { isNumeric, readCell, showCell } from './cell-value.ts';
import styles from './line-grid.module.css';
import type { LineColumn } from './line-model.ts';

/** How a cell stands out, and why. `doubt`: a machine's value nobody confirmed; `wrong`: a check failed; `changed`: differs from before. */
export interface CellMark {
  tone: 'doubt' | 'wrong' | 'changed' | 'confirmed';
  note?: string;
}

export interface CellEvents {
  onType: (row: number, key: string, value: string | null) => void;
  onSettle: (row: number, key: string, value: string | null) => void;
  onFocus: (row: number, key: string) => void;
  /** Keys that concern more than this cell. `isEditing`: arrows move the caret, not the cell. */
  onKey: (event: KeyboardEvent<HTMLInputElement>, row: number, key: string, isEditing: boolean) => void;
}

interface LineCellProps extends CellEvents {
  row: number;
  index: number;
  column: LineColumn;
  value: string | null;
  mark: CellMark | undefined;
  readOnly: boolean;
}

/** One native input. Arriving selects it, so typing replaces; F2 edits; Escape takes the typing back. */
export const LineCell = memo(function LineCell({
  row,
  index,
  column,
  value,
  mark,
  readOnly,
  onType,
  onSettle,
  onFocus,
  onKey,
}: LineCellProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const [isEditing, setEditing] = useState(false);
  const before = useRef<string | null>(null);
  const read = readCell(column.kind, draft ?? value ?? '');
  const note = read.ok ? mark?.note : t('entry.grid.badNumber');
  const noteId = note === undefined ? undefined : `cell-note-${row}-${column.key}`;

  const type = (text: string) => {
    setDraft(text);
    const typed = readCell(column.kind, text);
    onType(row, column.key, typed.ok ? typed.value : text);
  };
  const settle = () => {
    if (draft !== null) {
      const typed = readCell(column.kind, draft);
      onSettle(row, column.key, typed.ok ? typed.value : draft.trim());
    }
    setDraft(null);
    setEditing(false);
  };
  const pressKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'F2') {
      event.preventDefault();
      setEditing(true);
      event.currentTarget.setSelectionRange(event.currentTarget.value.length, event.currentTarget.value.length);
    } else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault();
      onType(row, column.key, before.current);
      setDraft(null);
      setEditing(false);
    } else {
      onKey(event, row, column.key, isEditing || (draft !== null && !isNumeric(column.kind)));
    }
  };

  return (
    <td aria-colindex={index + 2} className={styles.cell} data-mark={read.ok ? mark?.tone : 'wrong'}>
      <input
        className={isNumeric(column.kind) ? styles.number : styles.text}
        data-cell={`${row}:${index}`}
        value={draft ?? showCell(column.kind, value)}
        readOnly={readOnly}
        maxLength={column.maxLength}
        inputMode={isNumeric(column.kind) ? 'decimal' : undefined}
        autoComplete="off"
        spellCheck={false}
        aria-label={t('entry.grid.cell', { row: row + 1, column: t(column.label) })}
        aria-invalid={!read.ok || mark?.tone === 'wrong' || undefined}
        aria-describedby={noteId}
        title={note}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={(event) => {
          before.current = value;
          event.currentTarget.select();
          onFocus(row, column.key);
        }}
        onDoubleClick={() => setEditing(true)}
        onBlur={settle}
        onKeyDown={pressKey}
      />
      {noteId !== undefined && (
        <span id={noteId} className="visually-hidden">
          {note}
        </span>
      )}
    </td>
  );
});
