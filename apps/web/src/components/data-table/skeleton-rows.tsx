import { useTranslation } from '../../i18n/use-translation.ts';
import { usePatience } from '../skeleton.tsx';
import styles from './data-table.module.css';

/** Twelve grey rows while the first page is on its way, after 150 ms. */
export function SkeletonRows({ columns }: { columns: number }) {
  const { t } = useTranslation();
  if (!usePatience()) {
    return null;
  }
  return Array.from({ length: 12 }, (_row, row) => (
    <tr key={row} aria-hidden className={styles.row}>
      {Array.from({ length: columns }, (_cell, cell) => (
        <td key={cell} aria-label={t('shell.state.loading')}>
          <div className={styles.bar} style={{ width: `${85 - ((row * 13 + cell * 29) % 45)}%` }} />
        </td>
      ))}
    </tr>
  ));
}
