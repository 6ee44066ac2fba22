import type { Place } from '@danku/domain/events.ts';
import type { PointerEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './page-image.module.css';
import type { OpenViewer, Point } from './use-viewer.ts';
import { placeBetween } from './use-viewer.ts';

const leastPixels = 6;

/** Lies over the image while a place is being chosen: drag a box, or press Escape to let it be. */
export function AreaPicker({ open, page, onDone }: { open: OpenViewer; page: number; onDone: (place: Place | null) => void }) {
  const { t } = useTranslation();
  const [from, setFrom] = useState<Point | null>(null);
  const [to, setTo] = useState<Point | null>(null);
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom(pointOf(event));
    setTo(pointOf(event));
  };
  const end = (event: PointerEvent<HTMLDivElement>) => {
    const last = pointOf(event);
    const isBox = from !== null && Math.abs(last.x - from.x) > leastPixels && Math.abs(last.y - from.y) > leastPixels;
    onDone(isBox ? placeBetween(open, page, from, last) : null);
  };
  return (
    <div
      className={styles.picker}
      onPointerDown={begin}
      onPointerMove={(event) => from !== null && setTo(pointOf(event))}
      onPointerUp={end}
    >
      <p role="status" className={styles.pickerHint}>
        {t('image.selecting')}
      </p>
      {from !== null && to !== null && (
        <div
          className={styles.band}
          style={{
            left: Math.min(from.x, to.x),
            top: Math.min(from.y, to.y),
            width: Math.abs(to.x - from.x),
            height: Math.abs(to.y - from.y),
          }}
        />
      )}
    </div>
  );
}

function pointOf(event: PointerEvent<HTMLDivElement>): Point {
  const frame = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - frame.left, y: event.clientY - frame.top };
}
