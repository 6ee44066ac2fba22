import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './diff-table.module.css';

export interface Difference {
  /** JSON pointer of the value: "/fields/number", "/lines/2/quantity". */
  path: string;
  label: string;
  before: string | null;
  after: string | null;
  /** At the end of the row: where the other value comes from, a verdict. */
  note?: ReactNode;
}

interface DiffTableProps {
  label: string;
  differences: readonly Difference[];
  /** Names of the two columns, where they are not before and after. */
  names?: { before: string; after: string };
  /** The difference one is looking at. */
  active?: string | null;
  onPick?: (path: string) => void;
}

/** Old struck, new marked. Blank values are named as blank: a missing value is a difference, too. */
export function DiffTable({ label, differences, names, active, onPick }: DiffTableProps) {
  const { t } = useTranslation();
  if (differences.length === 0) {
    return <p>{t('document.diff.same')}</p>;
  }
  const hasNotes = differences.some(({ note }) => note !== undefined);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('document.diff.field')}</th>
          <th scope="col">{names?.before ?? t('document.diff.before')}</th>
          <th scope="col">{names?.after ?? t('document.diff.after')}</th>
          {hasNotes && (
            <th scope="col">
              <span className="visually-hidden">{t('document.diff.note')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <tr
            key={difference.path}
            className={difference.path === active ? styles.active : undefined}
            aria-current={difference.path === active || undefined}
            onClick={() => onPick?.(difference.path)}
          >
            <th scope="row">{difference.label}</th>
            <td>
              <del className={styles.before}>{difference.before ?? t('document.diff.empty')}</del>
            </td>
            <td>
              <ins className={styles.after} style={{ textDecoration: 'none' }}>
                {difference.after ?? t('document.diff.empty')}
              </ins>
            </td>
            {hasNotes && <td>{difference.note}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
