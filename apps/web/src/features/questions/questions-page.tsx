import { useQuery } from '@tanstack/react-query';
import { useTenant } from '../../app/paths.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { QuestionCard } from './question-card.tsx';
import { questionsQuery } from './questions-queries.ts';

/** Questions that wait for my answer; the document's time limit stands still until it is given. */
export function QuestionsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(questionsQuery(useTenant()));
  return (
    <Page
      title={t('entry.question.title')}
      facts={data === undefined ? undefined : t('shell.state.items', { count: data.items.length })}
    >
      {error !== null && <ErrorState error={error} banner={data !== undefined} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Skeleton />}
      {data?.items.length === 0 && <EmptyState title={t('entry.question.empty')} help={t('entry.question.emptyHelp')} />}
      {data?.items.map((question) => (
        <QuestionCard key={question.id} question={question} />
      ))}
    </Page>
  );
}
