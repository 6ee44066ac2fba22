import type { ReactNode } from 'react';
import styles from './stage-badge.module.css';

export type Tone = 'neutral' | 'info' | 'warn' | 'bad' | 'ok';

/** A word in a coloured pill. The shape says the same as the colour, for who cannot see it. */
export function Tag({ tone = 'neutral', shape, children }: { tone?: Tone; shape?: string; children: ReactNode }) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      {shape !== undefined && <span aria-hidden>{shape}</span>}
      {children}
    </span>
  );
}
