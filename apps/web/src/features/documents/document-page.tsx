import type { Document } from '@danku/contract/document-shapes.ts';
import type { Place } from '@danku/domain/events.ts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useKeys } from '../../components/keys.ts';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { sayType } from '../../i18n/say-type.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ArchiveRecord, Waiting, Why } from './aside-facts.tsx';
import { Comments } from './comments.tsx';
import { DataTab } from './data-tab.tsx';
import { DocumentActions } from './document-actions.tsx';
import { DocumentFacts } from './document-facts.tsx';
import styles from './document-page.module.css';
import { documentQuery } from './documents-queries.ts';
import { Links } from './links.tsx';
import { TimelineTab } from './timeline-tab.tsx';
import { useListBehind, useNeighbours } from './use-neighbours.ts';
import { useNames } from './use-names.ts';
import { VersionsTab } from './versions-tab.tsx';

const ImageTab = lazy(async () => ({ default: (await import('./image-tab.tsx')).ImageTab }));

const tabs = ['data', 'image', 'timeline', 'versions'] as const;
type Tab = (typeof tabs)[number];

/** One document, read from every side: what was entered, its image, what happened, and its versions. */
export function DocumentPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const document = useQuery(documentQuery(useTenant(), id));
  if (document.isPending) {
    return <Skeleton lines={14} />;
  }
  if (document.isError) {
    return (
      <Page title={t('document.one')}>
        <ErrorState error={document.error} onRetry={() => void document.refetch()} />
      </Page>
    );
  }
  return <Loaded key={id} document={document.data} />;
}

function Loaded({ document }: { document: Document }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'data';
  const [place, setPlace] = useState<Place | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const list = useListBehind();
  const names = useNames(document);
  const show = (wanted: Tab) => setSearch(wanted === 'data' ? {} : { tab: wanted }, { state: list === null ? null : { list } });
  const showPlace = (comment: string) => {
    setFocused(comment);
    show('image');
  };
  const comment = (where: Place) => {
    setPlace(where);
    box.current?.focus();
  };
  useTabKeys(show, () => box.current?.focus());
  return (
    <Page
      title={`${sayType(t, document)} ${document.number ?? ''}`.trim()}
      padded={false}
      facts={<DocumentFacts document={document} />}
      actions={<DocumentActions document={document} />}
    >
      <div className={styles.page}>
        <TabBar tab={tab} document={document} onShow={show} />
        <div className={styles.columns}>
          <div className={styles.main}>
            <Suspense fallback={<Skeleton />}>
              {tab === 'data' && <DataTab document={document} />}
              {tab === 'image' && (
                <ImageTab
                  document={document}
                  focusedComment={focused}
                  onPickComment={setFocused}
                  onPlace={document.actions.comment.allowed ? comment : undefined}
                />
              )}
              {tab === 'timeline' && <TimelineTab id={document.id} names={names} />}
              {tab === 'versions' && <VersionsTab document={document} />}
            </Suspense>
          </div>
          <aside className={styles.aside}>
            <Waiting document={document} />
            <Links document={document} />
            <Comments
              document={document}
              place={place}
              onPlace={setPlace}
              focused={focused}
              onFocusComment={showPlace}
              box={box}
            />
            {document.stage === 'archived' && <ArchiveRecord document={document} />}
            {!document.isBlind && <Why document={document} />}
          </aside>
        </div>
      </div>
    </Page>
  );
}

function useTabKeys(show: (tab: Tab) => void, comment: () => void): void {
  useKeys([
    ...tabs.map((tab, index) => ({ keys: String(index + 1), label: `document.keys.${tab}` as const, run: () => show(tab) })),
    { keys: 'm', label: 'document.keys.comment', run: comment },
  ]);
}

/** The tabs, and the way through the list one came from. */
function TabBar({ tab, document, onShow }: { tab: Tab; document: Document; onShow: (tab: Tab) => void }) {
  const { t } = useTranslation();
  const path = usePath();
  const navigate = useNavigate();
  const list = useListBehind();
  const { previous, next } = useNeighbours(document.id);
  const back = `${path('documents')}${list ?? ''}`;
  const go = (id: string | null) =>
    id !== null && void navigate(path('document', { id }) + (tab === 'data' ? '' : `?tab=${tab}`), { state: { list } });
  useKeys([
    { keys: '[', label: 'shell.keys.previous', run: () => go(previous) },
    { keys: ']', label: 'shell.keys.next', run: () => go(next) },
    { keys: 'Escape', label: 'shell.keys.up', run: () => void navigate(back) },
  ]);
  return (
    <div className={styles.tabs}>
      <Link to={back} className={buttonClass('plain', 'small')}>
        {`← ${t('document.list.back')}`}
      </Link>
      <nav aria-label={t('document.one')} className={styles.tabList}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.tab}
            aria-current={one === tab ? 'page' : undefined}
            onClick={() => onShow(one)}
          >
            {t(`document.tab.${one}`)}
          </button>
        ))}
      </nav>
      {list !== null && (
        <span className={styles.steps}>
          <Button
            look="plain"
            size="small"
            shortcut="["
            aria-label={t('shell.verb.previous')}
            disabled={previous === null}
            onClick={() => go(previous)}
          >
            {'‹'}
          </Button>
          <Button
            look="plain"
            size="small"
            shortcut="]"
            aria-label={t('shell.verb.next')}
            disabled={next === null}
            onClick={() => go(next)}
          >
            {'›'}
          </Button>
        </span>
      )}
    </div>
  );
}
