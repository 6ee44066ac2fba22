import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { DateTime } from './date-time.tsx';
import styles from './timeline.module.css';

export interface TimelineEntry {
  id: string;
  title: string;
  /** Who did it; the system where nobody is named. */
  who?: string | null;
  /** When, as ISO; nothing for what is still to come. */
  at?: string | null;
  tone?: 'ok' | 'warn' | 'bad' | 'info';
  detail?: ReactNode;
}

/** What happened, from top to bottom. What is still to come has a hollow dot. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  const { t } = useTranslation();
  if (entries.length === 0) {
    return <p>{t('document.timeline.empty')}</p>;
  }
  return (
    <ol aria-label={label}>
      {entries.map((entry) => (
        <li
          key={entry.id}
          className={`${styles.entry} ${entry.at ? '' : styles.open}`}
          style={{ '--tone': entry.tone === undefined ? undefined : `var(--${entry.tone})` }}
        >
          <div>{entry.title}</div>
          <div className={styles.meta}>
            <DateTime value={entry.at} /> {entry.at ? (entry.who ?? t('document.timeline.system')) : entry.who}
          </div>
          {entry.detail !== undefined && <div className={styles.detail}>{entry.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
