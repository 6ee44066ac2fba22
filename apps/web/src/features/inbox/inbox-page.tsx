import { readPage } from '@danku/contract/files.ts';
import type { InboxItem } from '@danku/contract/files.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { urlOf } from '../../api/call.ts';
import { useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useKeys } from '../../components/keys.ts';
import type { ImagePage } from '../../components/page-image/image-page.ts';
import { PageImage } from '../../components/page-image/page-image.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Split } from '../../components/split.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { InboxActions } from './inbox-actions.tsx';
import { InboxItemCard } from './inbox-item.tsx';
import styles from './inbox-page.module.css';
import type { InboxState } from './inbox-queries.ts';
import { inboxQuery, inboxStates, isWaiting } from './inbox-queries.ts';
import { UploadBox } from './upload-box.tsx';
import { useInboxActs } from './use-inbox-acts.ts';
import { useSelection } from './use-selection.ts';

const noItems: readonly InboxItem[] = [];
const emptyTitle = { open: 'inbox.empty', registered: 'inbox.emptyRegistered', rejected: 'inbox.emptyRejected' } as const;

/** Papers that came in and are no document yet: looked at, arranged, then registered or rejected. */
export function InboxPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const state = inboxStates.find((one) => one === search.get('state')) ?? 'open';
  const query = useInfiniteQuery(inboxQuery(useTenant(), state));
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? noItems, [query.data]);
  const selection = useSelection(items);
  const acts = useInboxActs(selection);
  useKeys([
    { keys: 'j', label: 'inbox.nextItem', group: 'list', run: () => selection.stepItem(1) },
    { keys: 'k', label: 'inbox.previousItem', group: 'list', run: () => selection.stepItem(-1) },
    { keys: 'ArrowRight', label: 'inbox.nextPage', group: 'list', run: () => selection.stepPage(1) },
    { keys: 'ArrowLeft', label: 'inbox.previousPage', group: 'list', run: () => selection.stepPage(-1) },
  ]);
  const { item, page } = selection;
  return (
    <Page
      title={t('inbox.title')}
      facts={query.data === undefined ? undefined : t('shell.state.items', { count: items.length })}
      padded={false}
      footer={<InboxActions key={item?.id} acts={acts} selection={selection} />}
    >
      <Split
        name="inbox"
        initial={52}
        start={
          <div className={styles.list}>
            <UploadBox />
            <States chosen={state} />
            {query.error !== null && (
              <ErrorState error={query.error} banner={items.length > 0} onRetry={() => void query.refetch()} />
            )}
            {query.isPending && <Skeleton />}
            {query.data !== undefined && items.length === 0 && (
              <EmptyState title={t(emptyTitle[state])} help={state === 'open' ? t('inbox.emptyHelp') : undefined} />
            )}
            <ul aria-label={t('inbox.list')}>
              {items.map((one) => (
                <InboxItemCard
                  key={one.id}
                  item={one}
                  isActive={one.id === item?.id}
                  activePage={page}
                  chosen={selection.chosenOf(one.id)}
                  onSpot={selection.setSpot}
                  onTick={selection.tick}
                  onMove={(from, to) => acts.move(from, to, one)}
                />
              ))}
            </ul>
            {query.hasNextPage && (
              <Button look="plain" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('shell.verb.more')}
              </Button>
            )}
          </div>
        }
        end={<Preview item={item} page={page} />}
      />
    </Page>
  );
}

function Preview({ item, page }: { item: InboxItem | undefined; page: number }) {
  const { t } = useTranslation();
  const shown = item?.pages[page];
  const pages = useMemo<ImagePage[]>(
    () =>
      shown === undefined
        ? []
        : [
            {
              id: `${shown.fileId}/${shown.page}`,
              url: urlOf(readPage, { params: { id: shown.fileId, page: shown.page } }),
              rotation: shown.rotation,
            },
          ],
    [shown],
  );
  return pages.length === 0 ? (
    <p className={styles.none}>{t(item !== undefined && isWaiting(item) ? 'inbox.processing' : 'inbox.choosePage')}</p>
  ) : (
    <PageImage pages={pages} />
  );
}

function States({ chosen }: { chosen: InboxState }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('inbox.state.label')} className={styles.states}>
      {inboxStates.map((state) => (
        <Link
          key={state}
          to={{ search: state === 'open' ? '' : `?state=${state}` }}
          aria-current={state === chosen ? 'page' : undefined}
        >
          {t(`inbox.state.${state}`)}
        </Link>
      ))}
    </nav>
  );
}
