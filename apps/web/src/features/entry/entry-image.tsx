import { Place } from '@danku/contract/document-shapes.ts';
import type { Document } from '@danku/contract/document-shapes.ts';
import { readPage } from '@danku/contract/files.ts';
import { memo, useMemo } from 'react';
import { urlOf } from '../../api/call.ts';
import type { ImageBox, ImagePage } from '../../components/page-image/image-page.ts';
import { PageImage } from '../../components/page-image/page-image.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './entry-desk.module.css';

interface EntryImageProps {
  document: Document;
  focused: string | null;
  labelOf: (path: string) => string;
  /** Places that have been seen to since the paper came back. */
  isDone?: (path: string) => boolean;
  onPick?: (path: string) => void;
}

/** The paper, with the places a reviewer marked; the one in focus is brought into view. */
export const EntryImage = memo(function EntryImage({ document, focused, labelOf, isDone, onPick }: EntryImageProps) {
  const { t } = useTranslation();
  const { pages: shown, verdicts, pagesPending } = document;
  const pages = useMemo<ImagePage[]>(
    () =>
      shown.map(({ fileId, page, rotation }) => ({
        id: `${fileId}/${page}`,
        url: urlOf(readPage, { params: { id: fileId, page } }),
        rotation,
      })),
    [shown],
  );
  const boxes = useMemo<ImageBox[]>(
    () =>
      verdicts.flatMap(({ path, place }) => {
        const read = Place.safeParse(place);
        return read.success
          ? [
              {
                id: path,
                place: read.data,
                tone: isDone?.(path) === true ? ('confirmed' as const) : ('wrong' as const),
                label: labelOf(path),
              },
            ]
          : [];
      }),
    [verdicts, labelOf, isDone],
  );
  if (pages.length === 0) {
    return <p className={styles.noImage}>{t(pagesPending ? 'inbox.processing' : 'entry.image.none')}</p>;
  }
  return (
    <PageImage
      pages={pages}
      boxes={boxes}
      focusedBox={boxes.some(({ id }) => id === focused) ? focused : null}
      onPickBox={onPick}
    />
  );
});
