import type { Place } from '@danku/domain/events.ts';
import { useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AreaPicker } from './area-picker.tsx';
import { ImageToolbar } from './image-toolbar.tsx';
import type { ImageBox, ImagePage } from './image-page.ts';
import styles from './page-image.module.css';
import { useBoxes } from './use-boxes.ts';
import { useImageKeys } from './use-image-keys.ts';
import { useViewer } from './use-viewer.ts';

interface PageImageProps {
  pages: readonly ImagePage[];
  boxes?: readonly ImageBox[];
  /** The box the work is at: its page is opened and the image moves there. */
  focusedBox?: string | null;
  onPickBox?: (id: string) => void;
  /** With it, a place can be chosen by dragging a box on the image. */
  onSelectArea?: (place: Place) => void;
}

const noBoxes: readonly ImageBox[] = [];

/** The pages of a document: zoom, rotate, turn, marked places. Pages are counted from 1, places are parts (0–1) of the page. */
export function PageImage({ pages, boxes = noBoxes, focusedBox, onPickBox, onSelectArea }: PageImageProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState(1);
  const [isSelecting, setSelecting] = useState(false);
  const { open, state } = useViewer(frame, pages[page - 1]);
  useBoxes({ open, isShown: state === 'shown', page, boxes, focused: focusedBox, onPick: onPickBox });

  const focusedPage = boxes.find(({ id }) => id === focusedBox)?.place.page;
  const [followed, setFollowed] = useState<string | null | undefined>(null);
  if (followed !== focusedBox) {
    setFollowed(focusedBox);
    setPage(focusedPage ?? page);
  }

  const turnTo = (wanted: number) => setPage(Math.min(Math.max(wanted, 1), pages.length));
  const moves = useImageKeys(open, turnTo);
  const finishSelecting = (place: Place | null) => {
    setSelecting(false);
    if (place !== null) {
      onSelectArea?.(place);
    }
  };
  if (pages.length === 0) {
    return <p className={styles.none}>{t('image.none')}</p>;
  }
  return (
    <section className={styles.image} aria-label={t('image.label')}>
      <ImageToolbar
        page={page}
        total={pages.length}
        moves={moves}
        onTurn={turnTo}
        onSelect={onSelectArea === undefined ? undefined : () => setSelecting(true)}
        isSelecting={isSelecting}
      />
      <div className={styles.stage}>
        <div ref={frame} className={styles.viewer} />
        {state !== 'shown' && (
          <p role="status" className={styles.state}>
            {t(state === 'failed' ? 'image.failed' : 'image.loading')}
          </p>
        )}
        {isSelecting && open !== null && <AreaPicker open={open} page={page} onDone={finishSelecting} />}
      </div>
      {pages.length > 1 && (
        <ol className={styles.strip} aria-label={t('image.pages')}>
          {pages.map((one, index) => (
            <li key={one.id}>
              <button
                type="button"
                className={styles.thumb}
                aria-current={page === index + 1 ? 'page' : undefined}
                aria-label={t('image.goTo', { page: index + 1 })}
                onClick={() => turnTo(index + 1)}
              >
                <img src={one.thumbnail ?? one.url} alt="" loading="lazy" />
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
