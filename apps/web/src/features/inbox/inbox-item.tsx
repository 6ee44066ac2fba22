import type { InboxItem } from '@danku/contract/files.ts';
import { Link } from 'react-router';
import { usePath } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { Tag } from '../../components/tag.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './inbox-item.module.css';
import { isWaiting, useRetryPreview } from './inbox-queries.ts';
import { PageThumb } from './page-thumb.tsx';
import type { Spot } from './use-selection.ts';

interface InboxItemCardProps {
  item: InboxItem;
  isActive: boolean;
  activePage: number;
  chosen: ReadonlySet<number>;
  onSpot: (spot: Spot) => void;
  onTick: (spot: Spot) => void;
  onMove: (from: number, to: number) => void;
}

/** One paper that came in: what it is called, where it stands, its pages. */
export function InboxItemCard({ item, isActive, activePage, chosen, onSpot, onTick, onMove }: InboxItemCardProps) {
  const { t } = useTranslation();
  const name = item.files[0]?.name ?? '';
  const title = item.files.length > 1 ? t('inbox.item', { name, count: item.files.length }) : name;
  return (
    <li className={styles.item} data-active={isActive || undefined} aria-current={isActive || undefined}>
      <div className={styles.head}>
        <button type="button" className={styles.name} onClick={() => onSpot({ itemId: item.id, page: 0 })}>
          {title}
        </button>
        <State item={item} />
        <span className={styles.meta}>
          {item.receivedBy.name} · <DateTime value={item.receivedAt} />
        </span>
      </div>
      <Notes item={item} />
      {item.pages.length > 0 && (
        <ol className={styles.pages}>
          {item.pages.map((page, index) => (
            <PageThumb
              key={`${page.fileId}/${page.page}`}
              page={page}
              index={index}
              isActive={isActive && activePage === index}
              isChosen={chosen.has(index)}
              canArrange={item.state === 'open'}
              onOpen={() => onSpot({ itemId: item.id, page: index })}
              onTick={() => onTick({ itemId: item.id, page: index })}
              onDrop={(from) => onMove(from, index)}
              itemId={item.id}
            />
          ))}
        </ol>
      )}
    </li>
  );
}

function State({ item }: { item: InboxItem }) {
  const { t } = useTranslation();
  if (isWaiting(item)) {
    return <Tag shape="◌">{t('inbox.processing')}</Tag>;
  }
  if (item.files.some(({ previewState }) => previewState === 'failed')) {
    return (
      <Tag tone="bad" shape="✕">
        {t('inbox.broken')}
      </Tag>
    );
  }
  return <span className={styles.meta}>{t('inbox.pages', { count: item.pages.length })}</span>;
}

/** Why a preview failed, where the same file is already, why the paper stays or was rejected. */
function Notes({ item }: { item: InboxItem }) {
  const { t } = useTranslation();
  const path = usePath();
  const retry = useRetryPreview();
  const { reason, documentId, files } = item;
  return (
    <>
      {files
        .filter(({ previewState }) => previewState === 'failed')
        .map(({ id, name, previewFault }) => (
          <p key={id} className={styles.fault}>
            {name} {previewFault === null ? '' : sayCode(t, 'inbox.fault', previewFault, 'inbox.broken')}
            <Button size="small" loading={retry.isPending} onClick={() => retry.mutate(id)}>
              {t('inbox.retry')}
            </Button>
          </p>
        ))}
      {files.flatMap(({ id, duplicateOf }) =>
        duplicateOf === null
          ? []
          : [
              <p key={id} className={styles.warn}>
                <span aria-hidden>{'◇'}</span> {t(duplicateOf.documentId === null ? 'inbox.duplicateFile' : 'inbox.duplicateOf')}{' '}
                {duplicateOf.documentId !== null && (
                  <Link to={path('document', { id: duplicateOf.documentId })}>{t('inbox.goTo')}</Link>
                )}
              </p>,
            ],
      )}
      {reason !== null && <p className={styles.warn}>{reason === 'is-purchase' ? t('inbox.purchase') : reason}</p>}
      {documentId !== null && (
        <p>
          <Link to={path('document', { id: documentId })}>{t('inbox.goTo')}</Link>
        </p>
      )}
    </>
  );
}
