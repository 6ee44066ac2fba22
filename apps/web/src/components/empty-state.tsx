import type { ReactNode } from 'react';
import styles from './state.module.css';

/** Says that there is nothing, and what to do about it. */
export function EmptyState({ title, help, children }: { title: string; help?: string; children?: ReactNode }) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title}</p>
      {help !== undefined && <p>{help}</p>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
