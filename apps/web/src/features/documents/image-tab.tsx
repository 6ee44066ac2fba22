import type { Document } from '@danku/contract/document-shapes.ts';
import { downloadFile, readPage } from '@danku/contract/files.ts';
import type { Place } from '@danku/domain/events.ts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { urlOf } from '../../api/call.ts';
import { useTenant } from '../../app/paths.ts';
import { buttonClass } from '../../components/button.tsx';
import type { ImageBox } from '../../components/page-image/image-page.ts';
import { PageImage } from '../../components/page-image/page-image.tsx';
import { Tag } from '../../components/tag.tsx';
import { formatBytes } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './document-page.module.css';
import { commentsQuery, fileQuery } from './documents-queries.ts';

interface ImageTabProps {
  document: Document;
  focusedComment: string | null;
  onPickComment: (id: string) => void;
  /** A place was chosen for a comment. */
  onPlace?: (place: Place) => void;
}

/** The pages with the places that people commented on, and the originals to download. */
export function ImageTab({ document, focusedComment, onPickComment, onPlace }: ImageTabProps) {
  const { t } = useTranslation();
  const comments = useQuery(commentsQuery(useTenant(), document.id));
  const pages = useMemo(
    () =>
      document.pages.map(({ fileId, page, rotation }) => ({
        id: `${fileId}/${page}`,
        url: urlOf(readPage, { params: { id: fileId, page } }),
        rotation,
      })),
    [document.pages],
  );
  const boxes = useMemo(
    (): ImageBox[] =>
      (comments.data?.items ?? []).flatMap(({ id, place, resolvedAt, author, body }) =>
        place === null
          ? []
          : [{ id, place, tone: resolvedAt === null ? 'doubt' : 'confirmed', label: `${author.name}: ${body}` }],
      ),
    [comments.data],
  );
  return (
    <div className={styles.image}>
      {document.pagesPending && <p className={styles.pending}>{t('document.files.pending')}</p>}
      <div className={styles.viewer}>
        <PageImage pages={pages} boxes={boxes} focusedBox={focusedComment} onPickBox={onPickComment} onSelectArea={onPlace} />
      </div>
      <Files document={document} />
    </div>
  );
}

function Files({ document }: { document: Document }) {
  const { t, language } = useTranslation();
  const tenant = useTenant();
  const files = useQueries({ queries: document.fileIds.map((id) => fileQuery(tenant, id)) });
  if (document.fileIds.length === 0) {
    return null;
  }
  return (
    <ul className={styles.files} aria-label={t('document.section.files')}>
      {document.fileIds.map((id, index) => {
        const file = files[index]?.data;
        return (
          <li key={id}>
            <a className={buttonClass('normal', 'small')} href={urlOf(downloadFile, { params: { id } })} download={file?.name}>
              {t('document.files.original')}
            </a>
            <span className={styles.fileName}>{file?.name}</span>
            {file !== undefined && <span className={styles.quiet}>{formatBytes(file.size, language)}</span>}
            {file?.renderedFromData === true && <Tag tone="info">{t('image.rendered')}</Tag>}
            {file?.previewState === 'failed' && <Tag tone="bad">{t('image.failed')}</Tag>}
          </li>
        );
      })}
    </ul>
  );
}
