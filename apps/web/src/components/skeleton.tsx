import { useEffect, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './state.module.css';

const patience = 150;

/** True once waiting has become noticeable; what comes sooner never flickers. */
export function usePatience(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return isOver;
}

/** Grey lines in place of what is coming, after 150 ms. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation();
  if (!usePatience()) {
    return null;
  }
  return (
    <div role="status" aria-label={t('shell.state.loading')} style={{ padding: 16 }}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles.bar} style={{ width: `${92 - ((line * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
