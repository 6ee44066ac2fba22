import { useEffect, useRef } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { MarkEditor } from './mark-editor.tsx';
import type { FieldsProps } from './fields-props.ts';
import type { TargetLine } from './review-targets.ts';
import { sayField, sayPath } from './review-targets.ts';
import styles from './review.module.css';

const numeric = new Set(['money', 'quantity', 'price', 'rate']);

/** The lines as on the paper; columns in which nothing is written are left out. Each cell can be looked at and marked. */
export function ReviewLines(props: FieldsProps) {
  const { t } = useTranslation();
  const { lines } = props.targets;
  const columns = (lines[0]?.cells ?? [])
    .filter((_cell, column) => lines.some(({ cells }) => cells[column]?.value !== null))
    .map(({ field }) => field);
  return (
    <>
      <h2>{t('document.section.lines')}</h2>
      <div className={styles.scroll}>
        <table className={styles.lines} aria-label={t('document.section.lines')}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('field.line')}</span>
              </th>
              {columns.map(({ key, type }) => (
                <th key={key} scope="col" className={numeric.has(type) ? styles.end : undefined}>
                  {sayField(t, key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={line.index} {...props} line={line} columns={columns.map(({ key }) => key)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function LineRow({
  line,
  columns,
  focused,
  onFocus,
  review,
  differences,
}: FieldsProps & { line: TargetLine; columns: readonly string[] }) {
  const { t } = useTranslation();
  const cells = line.cells.filter(({ field }) => columns.includes(field.key));
  const marked = cells.find(({ path }) => path === focused);
  const isElsewhere = marked !== undefined && differences.stops.includes(marked.path);
  const row = useRef<HTMLTableRowElement>(null);
  const mark = marked === undefined ? undefined : review.marks[marked.path];
  const isHere = marked !== undefined;
  useEffect(() => {
    if (isHere) {
      // While a fault is marked, its editor follows in a row of its own.
      const end = review.isMarking ? row.current?.nextElementSibling : null;
      (end ?? row.current)?.scrollIntoView({ block: 'nearest' });
    }
  }, [isHere, review.isMarking, mark]);
  return (
    <>
      <tr ref={row}>
        <th scope="row">{line.index + 1}</th>
        {cells.map(({ path, value, field }) => (
          <td key={path} className={numeric.has(field.type) ? styles.end : undefined}>
            <button
              type="button"
              className={styles.cell}
              tabIndex={focused === path ? 0 : -1}
              aria-current={focused === path || undefined}
              data-marked={review.marks[path] === undefined ? undefined : true}
              data-differs={differences.stops.includes(path) || undefined}
              aria-label={value === null ? `${sayPath(t, path)} ${t('document.diff.empty')}` : undefined}
              onClick={() => onFocus(path)}
            >
              {value ?? '·'}
            </button>
          </td>
        ))}
      </tr>
      {review.isMarking && marked !== undefined && !isElsewhere && (
        <tr>
          <td colSpan={columns.length + 1}>
            <MarkEditor path={marked.path} label={marked.label} review={review} />
          </td>
        </tr>
      )}
    </>
  );
}
