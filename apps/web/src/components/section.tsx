import type { ReactNode } from 'react';
import styles from './section.module.css';

/** A part of a page of settings: a heading, what it is for, and the form or list. */
export function Section({
  title,
  help,
  actions,
  children,
}: {
  title: string;
  help?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className={styles.section}>
      <div className={styles.head}>
        <h2>{title}</h2>
        {actions}
      </div>
      {help !== undefined && <p className={styles.help}>{help}</p>}
      {children}
    </section>
  );
}

/** Rows below each other, each with what it says and what can be done. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className={styles.rows}>
      {children}
    </ul>
  );
}

/** One row: its words take the room, its facts and buttons stand at the end. */
export function Row({ title, facts, children }: { title: ReactNode; facts?: ReactNode; children?: ReactNode }) {
  return (
    <li>
      <div className={styles.grow}>
        <div>{title}</div>
        {facts !== undefined && <div className={styles.quiet}>{facts}</div>}
      </div>
      {children}
    </li>
  );
}

export function FormButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
