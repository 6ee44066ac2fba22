import type { ShownPage } from '@danku/contract/document-shapes.ts';
import { readPage } from '@danku/contract/files.ts';
import type { DragEvent } from 'react';
import { urlOf } from '../../api/call.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './inbox-item.module.css';

interface PageThumbProps {
  itemId: string;
  page: ShownPage;
  index: number;
  isActive: boolean;
  isChosen: boolean;
  canArrange: boolean;
  onOpen: () => void;
  onTick: () => void;
  /** A page of the same paper, from that place, was dropped here. */
  onDrop: (from: number) => void;
}

/** A page as a small picture: a click shows it, the box ticks it, dragging moves it (as Shift and the arrows do). */
export function PageThumb({ itemId, page, index, isActive, isChosen, canArrange, onOpen, onTick, onDrop }: PageThumbProps) {
  const { t } = useTranslation();
  const label = t('inbox.page', { page: index + 1 });
  const kind = `application/danku-page-${itemId}`;
  const begin = (event: DragEvent) => {
    event.dataTransfer.setData(kind, String(index));
    event.dataTransfer.effectAllowed = 'move';
  };
  const over = (event: DragEvent) => {
    if (event.dataTransfer.types.includes(kind.toLowerCase())) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const drop = (event: DragEvent) => {
    const from = event.dataTransfer.getData(kind);
    if (from !== '') {
      event.preventDefault();
      event.stopPropagation();
      onDrop(Number(from));
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging has its twin in keys and buttons.
    <li
      className={styles.page}
      data-active={isActive || undefined}
      data-chosen={isChosen || undefined}
      draggable={canArrange}
      onDragStart={begin}
      onDragOver={over}
      onDrop={drop}
    >
      <button type="button" className={styles.thumb} aria-label={label} aria-current={isActive || undefined} onClick={onOpen}>
        <img
          src={urlOf(readPage, { params: { id: page.fileId, page: page.page } })}
          alt=""
          loading="lazy"
          draggable={false}
          style={{ rotate: `${page.rotation}deg` }}
        />
      </button>
      <label className={styles.tick}>
        {canArrange && (
          <input type="checkbox" checked={isChosen} aria-label={t('inbox.selectPage', { page: index + 1 })} onChange={onTick} />
        )}
        <span aria-hidden>{index + 1}</span>
      </label>
    </li>
  );
}
