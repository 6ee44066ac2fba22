import type { FieldDefinition } from '@danku/domain/documents/kinds.ts';
import { toChineseAmount } from '@danku/domain/money/chinese-amount.ts';
import { parseMoney } from '@danku/domain/money/money.ts';
import type { ReactNode, Ref, RefObject } from 'react';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { CellMark } from '../../components/line-grid/line-cell.tsx';
import type { LineGridHandle } from '../../components/line-grid/line-grid.tsx';
import { LineGrid } from '../../components/line-grid/line-grid.tsx';
import type { LineColumn } from '../../components/line-grid/line-model.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { lineMarks } from './checks.ts';
import { columnWidths } from './column-widths.ts';
import type { DraftContent } from './draft-content.ts';
import styles from './entry-form.module.css';
import type { FormLayout } from './form-layout.ts';
import type { FieldEvents } from './header-field.tsx';
import { HeaderField } from './header-field.tsx';
import { sumsOf } from './line-sums.ts';
import type { PartySearch } from './party-input.tsx';
import type { FormMoves } from './use-form-moves.ts';

interface EntryFormProps {
  layout: FormLayout;
  content: DraftContent;
  currency: string;
  marks: Readonly<Record<string, CellMark | undefined>>;
  sources: Readonly<Record<string, string | undefined>>;
  parties: Readonly<Record<string, PartySearch | undefined>>;
  readOnly: boolean;
  grid: Ref<LineGridHandle>;
  moves: FormMoves;
  onChange: (content: DraftContent) => void;
  onLookup: (row: number) => void;
  /** What opens below the lines, such as the product picker. */
  children?: ReactNode;
}

/** The values of a paper: header in two columns, the lines, the totals with the amount in words, and what stands below them. */
export function EntryForm({
  layout,
  content,
  currency,
  marks,
  sources,
  parties,
  readOnly,
  grid,
  moves,
  onChange,
  onLookup,
  children,
}: EntryFormProps) {
  const { t } = useTranslation();
  const latest = useLatest({ content, moves, onChange });
  const events = useMemo<FieldEvents>(
    () => ({
      onType: (key, value) => {
        const { content: now, onChange: give } = latest.current;
        give({ ...now, fields: { ...now.fields, [key]: value } });
      },
      onFocusField: (key) => latest.current.moves.setFocused(`/fields/${key}`),
      onLeave: (key) => latest.current.moves.leaveField(key),
    }),
    [latest],
  );
  const columns = useColumns(layout, content);
  const cells = useMemo(() => lineMarks(definedMarks(marks)), [marks]);
  const fieldOf = (field: FieldDefinition, loud = false) => (
    <HeaderField
      key={field.key}
      field={field}
      label={layout.labelOf(t, field.key)}
      value={content.fields[field.key] ?? null}
      mark={marks[`/fields/${field.key}`]}
      source={sources[field.key]}
      party={parties[field.key]}
      readOnly={readOnly}
      loud={loud}
      {...events}
    />
  );
  const changeLines = useCallback(
    (lines: DraftContent['lines']) => latest.current.onChange({ ...latest.current.content, lines }),
    [latest],
  );
  return (
    <>
      <div className={styles.head}>{layout.head.map((field) => fieldOf(field))}</div>
      {layout.columns.length > 0 && (
        <div className={styles.lines}>
          <LineGrid
            ref={grid}
            columns={columns}
            lines={content.lines}
            marks={cells}
            readOnly={readOnly}
            onChange={changeLines}
            onFocusCell={(row, key) => moves.setFocused(`/lines/${row}/${key}`)}
            onEnter={moves.leaveCell}
            onLookup={(row) => onLookup(row)}
          />
        </div>
      )}
      {children}
      <Totals layout={layout} content={content} currency={currency} fieldOf={fieldOf} />
      {layout.tail.length > 0 && <div className={styles.head}>{layout.tail.map((field) => fieldOf(field))}</div>}
    </>
  );
}

type TotalsProps = Pick<EntryFormProps, 'layout' | 'content' | 'currency'> & {
  fieldOf: (field: FieldDefinition, loud?: boolean) => ReactNode;
};

function Totals({ layout, content, currency, fieldOf }: TotalsProps) {
  const { t, language } = useTranslation();
  if (layout.totals.length === 0) {
    return null;
  }
  const sums = sumsOf(layout.definition, content, currency);
  const shownCurrency = content.fields['currency'] ?? currency;
  const gross = parseMoney(content.fields['grossTotal'] ?? sums.grossTotal ?? '', shownCurrency);
  const words = layout.totals.find(({ key }) => key === 'grossTotalInWords');
  return (
    <div className={styles.totals}>
      <div className={styles.figures}>
        {layout.totals
          .filter(({ key }) => key !== 'grossTotalInWords')
          .map((field) => fieldOf(field, field.key === 'grossTotal'))}
      </div>
      <div className={styles.words}>
        {words !== undefined && fieldOf(words)}
        {gross !== null && shownCurrency === 'CNY' && language === 'zh-CN' && (
          <output className={styles.computed}>{toChineseAmount(gross)}</output>
        )}
        {gross !== null && shownCurrency === 'CNY' && language !== 'zh-CN' && (
          <output className={styles.computed}>{t('entry.computed', { words: toChineseAmount(gross) })}</output>
        )}
      </div>
    </div>
  );
}

/** The columns as wide as their figures are now; the same object while no width changes, so that cells stay as they are. */
function useColumns({ columns }: FormLayout, { lines }: DraftContent): readonly LineColumn[] {
  const { t } = useTranslation();
  const widths = columnWidths(columns, lines, ({ label }) => t(label)).join(' ');
  return useMemo(() => {
    const each = widths.split(' ');
    return columns.map((column, index) => ({
      ...column,
      width: each[index] === '' ? (column.key === 'specification' ? '18%' : undefined) : `${each[index]}px`,
    }));
  }, [columns, widths]);
}

/** The latest values for handlers that must not change, so that a keystroke renders one field and not all. */
function useLatest<T>(values: T): RefObject<T> {
  const held = useRef(values);
  useLayoutEffect(() => {
    held.current = values;
  });
  return held;
}

function definedMarks(marks: Readonly<Record<string, CellMark | undefined>>): Record<string, CellMark> {
  return Object.fromEntries(Object.entries(marks).flatMap(([path, mark]) => (mark === undefined ? [] : [[path, mark] as const])));
}
