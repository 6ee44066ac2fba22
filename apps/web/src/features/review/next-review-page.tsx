import type { QueueStage } from '@danku/domain/documents/flow.ts';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useKeys } from '../../components/keys.ts';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { QueueTabs } from './queue-tabs.tsx';
import { useReviewSession } from './review-session.ts';
import { useNextDocument } from './use-next-document.ts';
import { useReviewStages } from './use-review-stages.ts';
import { useUndo } from './use-undo.ts';
import styles from './review.module.css';

/** Continuous review: takes the next document of the queues one works in, or says that there is none. */
export function NextReviewPage() {
  return <NextReview stages={useReviewStages()} />;
}

/** The same for documents on which two blind reviewers disagreed. */
export function NextAdjudicationPage() {
  return <NextReview stages={adjudication} only="adjudication" />;
}

const adjudication: readonly QueueStage[] = ['adjudication'];

function NextReview({ stages, only }: { stages: readonly QueueStage[] | undefined; only?: QueueStage }) {
  const { t } = useTranslation();
  const { key, state } = useLocation();
  const { mutate, isPending, isError, error, isIdle } = useNextDocument(only);
  const { count, seconds } = useReviewSession();
  const undo = useUndo();
  const asked = useRef<string | null>(null);
  const isKnownEmpty = typeof state === 'object' && state !== null && 'isEmpty' in state;
  useEffect(() => {
    // Once for each arrival: taking twice would lease two documents.
    if (stages !== undefined && !isKnownEmpty && asked.current !== key) {
      asked.current = key;
      mutate({ stages });
    }
  }, [stages, isKnownEmpty, key, mutate]);
  useKeys([{ keys: 'z', label: 'shell.keys.undo', run: () => undo() }]);
  const isWaiting = isPending || (isIdle && !isKnownEmpty);
  return (
    <div className={styles.frame}>
      <QueueTabs />
      <Page title={t('review.title')}>
        {isError && <ErrorState error={error} onRetry={() => mutate({ stages: stages ?? [] })} />}
        {isWaiting && <Skeleton />}
        {!isError && !isWaiting && (
          <EmptyState
            title={t('review.queueEmpty')}
            help={count > 0 ? t('review.cleared', { count, seconds: Math.round(seconds / count) }) : t('review.queueEmptyHelp')}
          >
            <Button onClick={() => mutate({ stages: stages ?? [] })}>{t('review.lookAgain')}</Button>
          </EmptyState>
        )}
      </Page>
    </div>
  );
}
