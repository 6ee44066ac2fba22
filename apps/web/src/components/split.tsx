import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './split.module.css';

interface SplitProps {
  start: ReactNode;
  end: ReactNode;
  /** Under this name the browser remembers the place of the border. */
  name: string;
  /** Part of the width for the start, in percent. */
  initial?: number;
}

const least = 20;
const most = 80;

/** Two panes with a border that can be dragged, or moved by the arrow keys. One above the other on a phone. */
export function Split({ start, end, name, initial = 55 }: SplitProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const storageKey = `danku.split.${name}`;
  const [part, setPart] = useState(() => bounded(Number(localStorage.getItem(storageKey) ?? initial)));
  const place = (percent: number) => {
    const next = bounded(percent);
    setPart(next);
    localStorage.setItem(storageKey, String(next));
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (box !== undefined && event.currentTarget.hasPointerCapture(event.pointerId)) {
      place(((event.clientX - box.left) / box.width) * 100);
    }
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -2, ArrowRight: 2 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      place(part + step);
    }
  };
  return (
    <div ref={frame} className={styles.split} style={{ '--start': `${part}%` }}>
      <div className={styles.pane}>{start}</div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a separator that can be moved is interactive. */}
      <div
        role="separator"
        tabIndex={0}
        className={styles.handle}
        aria-label={t('shell.verb.resize')}
        aria-orientation="vertical"
        aria-valuenow={Math.round(part)}
        aria-valuemin={least}
        aria-valuemax={most}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={press}
      />
      <div className={styles.pane}>{end}</div>
    </div>
  );
}

function bounded(percent: number): number {
  return Number.isFinite(percent) ? Math.min(Math.max(percent, least), most) : 55;
}
