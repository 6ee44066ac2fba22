import { useEffect, useRef } from 'react';
import type { ImageBox } from './image-page.ts';
import styles from './page-image.module.css';
import type { OpenViewer } from './use-viewer.ts';
import { prefersStillness, rectOf } from './use-viewer.ts';

const room = 0.4;
/** A single word fills the frame at once; a little more than that is needed to read what stands around it. */
const leastPart = 0.45;

interface Boxes {
  open: OpenViewer | null;
  isShown: boolean;
  page: number;
  boxes: readonly ImageBox[];
  focused: string | null | undefined;
  onPick: ((id: string) => void) | undefined;
}

/** Draws the marked places of the page, and moves the image to the one in focus. */
export function useBoxes({ open, isShown, page, boxes, focused, onPick }: Boxes): void {
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  useEffect(() => {
    if (open === null || !isShown) {
      return;
    }
    open.viewer.clearOverlays();
    for (const box of boxes.filter(({ place }) => place.page === page)) {
      const element = elementOf(box, box.id === focused);
      element.addEventListener('pointerdown', (event) => {
        event.stopPropagation();
        pick.current?.(box.id);
      });
      open.viewer.addOverlay({ element, location: rectOf(open, box.place) });
    }
  }, [open, isShown, page, boxes, focused]);
  useEffect(() => {
    const box = boxes.find(({ id }) => id === focused);
    if (open === null || !isShown || box === undefined || box.place.page !== page) {
      return;
    }
    const rect = rectOf(open, box.place, room);
    const width = Math.max(rect.width, leastPart);
    const shown = new open.library.Rect(rect.x - (width - rect.width) / 2, rect.y, width, rect.height);
    open.viewer.viewport.fitBoundsWithConstraints(shown, prefersStillness());
  }, [open, isShown, page, boxes, focused]);
}

function elementOf(box: ImageBox, isFocused: boolean): HTMLElement {
  const element = document.createElement('div');
  element.className = styles.box ?? '';
  element.dataset.tone = box.tone;
  element.dataset.focused = String(isFocused);
  element.title = box.label;
  return element;
}
