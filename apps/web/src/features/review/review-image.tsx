import type { Document } from '@danku/contract/document-shapes.ts';
import { readPage } from '@danku/contract/files.ts';
import type { Place } from '@danku/domain/events.ts';
import { useMemo } from 'react';
import { urlOf } from '../../api/call.ts';
import { PageImage } from '../../components/page-image/page-image.tsx';
import type { ImageBox } from '../../components/page-image/image-page.ts';
import { Tag } from '../../components/tag.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { FieldCrop } from './field-crop.tsx';
import styles from './review.module.css';

interface ReviewImageProps {
  /** Previews are still being made. */
  isPending: boolean;
  pages: Document['pages'];
  /** Places to mark on the pages, by path; none while the highlight is off. */
  boxes: readonly ImageBox[];
  focus: { path: string; label: string; place: Place | null } | null;
  onPick: (path: string) => void;
  /** With it, a place can be drawn for the field in focus. */
  onSelectArea: ((place: Place) => void) | undefined;
}

/** The paper: its pages with the marked places, and below the field in focus, enlarged. */
export function ReviewImage({ pages, isPending, boxes, focus, onPick, onSelectArea }: ReviewImageProps) {
  const { t } = useTranslation();
  const shown = useMemo(
    () =>
      pages.map(({ fileId, page, rotation }) => ({
        id: `${fileId}/${page}`,
        url: urlOf(readPage, { params: { id: fileId, page } }),
        rotation,
      })),
    [pages],
  );
  const place = focus?.place ?? null;
  return (
    <div className={styles.image}>
      {pages.some(({ renderedFromData }) => renderedFromData) && (
        <p className={styles.rendered}>
          <Tag tone="info">{t('image.rendered')}</Tag>
        </p>
      )}
      <div className={styles.pages}>
        {shown.length === 0 && isPending ? (
          <p role="status" className={styles.making}>
            {t('image.loading')}
          </p>
        ) : (
          <PageImage
            pages={shown}
            boxes={boxes}
            focusedBox={place === null ? null : focus?.path}
            onPickBox={onPick}
            onSelectArea={onSelectArea}
          />
        )}
      </div>
      {focus !== null && pages.length > 0 && (
        <FieldCrop
          label={focus.label}
          place={place}
          page={place === null ? undefined : pages[place.page - 1]}
          url={place === null ? undefined : shown[place.page - 1]?.url}
        />
      )}
    </div>
  );
}
