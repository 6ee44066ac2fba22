import type { RefObject } from 'react';
import { useState } from 'react';
import type { LineGridHandle } from '../../components/line-grid/line-grid.tsx';
import type { Line } from '../../components/line-grid/line-model.ts';
import { isBlank } from '../../components/line-grid/line-model.ts';
import type { FormLayout } from './form-layout.ts';
import { inputId } from './header-field.tsx';

interface MoveNeeds {
  grid: RefObject<LineGridHandle | null>;
  submit: RefObject<HTMLButtonElement | null>;
  layout: FormLayout;
  lines: readonly Line[];
  /** Places that need a human, in their order; those already seen to are not among them. */
  open: readonly string[];
  /** There are places that need, or needed, a human: Enter goes through them instead of moving down. */
  isGuided: boolean;
  onConfirm: (path: string) => void;
}

/**
 * Where Enter goes. While places wait for a human it confirms the one it is in and jumps to the next, and when none is left to
 * the submit button; a second Enter there submits. In a form typed by hand it goes on: the next field, the line below.
 */
export function useFormMoves({ grid, submit, layout, lines, open, isGuided, onConfirm }: MoveNeeds) {
  const [focused, setFocused] = useState<string | null>(null);
  const firstColumn = layout.columns[0]?.key ?? '';

  const focusLines = (row: number, key: string) =>
    lines.length === 0 ? grid.current?.addLine() : grid.current?.focusCell(row, key);
  const go = (path: string) => {
    const [, part, first = '', second = firstColumn] = path.split('/');
    if (part === 'lines') {
      focusLines(first === '' ? 0 : Number(first), second === '' ? firstColumn : second);
    } else {
      document.querySelector<HTMLElement>(`#${inputId(first)}`)?.focus();
    }
  };
  /** Points at a place without going into it, so that the keys of one letter keep working. */
  const look = (path: string) => {
    setFocused(path);
    elementAt(path, layout)?.scrollIntoView({ block: 'nearest' });
  };
  const goOrLook = (path: string) => (isTyping() ? go(path) : look(path));
  const confirmAndGo = (path: string) => {
    onConfirm(path);
    const next = open.find((one) => one !== path);
    if (next === undefined) {
      submit.current?.focus();
    } else {
      goOrLook(next);
    }
  };
  const afterLines = () => {
    const next = layout.afterLines[0];
    if (next === undefined) {
      submit.current?.focus();
    } else {
      go(`/fields/${next}`);
    }
  };
  const leaveField = (key: string) => {
    if (isGuided) {
      confirmAndGo(`/fields/${key}`);
      return;
    }
    const head = layout.head.findIndex((field) => field.key === key);
    const next = head < 0 ? layout.afterLines[layout.afterLines.indexOf(key) + 1] : layout.head[head + 1]?.key;
    if (next !== undefined) {
      go(`/fields/${next}`);
    } else if (head < 0) {
      submit.current?.focus();
    } else {
      focusLines(0, firstColumn);
    }
  };
  const leaveCell = (row: number, key: string): boolean => {
    if (isGuided) {
      confirmAndGo(`/lines/${row}/${key}`);
      return true;
    }
    const line = lines[row];
    if (row < lines.length - 1 || row === 0 || line === undefined || !isBlank(line)) {
      return false;
    }
    afterLines();
    return true;
  };
  const step = (direction: 1 | -1) => {
    const at = focused === null ? -1 : open.indexOf(focused);
    const next = open[(at + direction + open.length) % Math.max(open.length, 1)];
    if (next !== undefined) {
      goOrLook(next);
    }
  };
  return { focused, setFocused, go, leaveField, leaveCell, step, confirmAndGo };
}

export type FormMoves = ReturnType<typeof useFormMoves>;

function isTyping(): boolean {
  return document.activeElement?.matches('input, select, textarea') === true;
}

function elementAt(path: string, { columns }: FormLayout): Element | null {
  const [, part, first = '', second = ''] = path.split('/');
  const cell = `[data-cell="${first}:${columns.findIndex(({ key }) => key === second)}"]`;
  return document.querySelector(part === 'lines' ? cell : `#${inputId(first)}`);
}
