import { useSyncExternalStore } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './shell.module.css';

/** Says that the network is gone, for as long as it is. The place is always there, so that screen readers hear of it. */
export function OfflineLine() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className={styles.line}>
      {!isOnline && <p className={styles.offline}>{t('shell.state.offline')}</p>}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
