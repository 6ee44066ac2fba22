import { Link, useParams, useSearchParams } from 'react-router';
import { useCan } from '../../app/me.ts';
import { usePath } from '../../app/paths.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Split } from '../../components/split.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ArchivePanel } from './archive-panel.tsx';
import { ArchiveQueue } from './archive-queue.tsx';
import { PaperList } from './paper-list.tsx';
import styles from './archive.module.css';

/** What is approved and waits for the archive, with the four checks beside it; and where the papers stand. */
export function ArchivePage() {
  const { t } = useTranslation();
  const path = usePath();
  const { id } = useParams<'id'>();
  const [search] = useSearchParams();
  const isPapers = search.get('tab') === 'papers';
  const mayReadRegister = useCan('register.read');
  return (
    <Page
      padded={false}
      title={t('archive.title')}
      facts={
        <nav className={styles.tabs} aria-label={t('archive.title')}>
          <Link to={path('archiveQueue')} aria-current={isPapers ? undefined : 'page'}>
            {t('archive.tab.queue')}
          </Link>
          <Link to={`${path('archiveQueue')}?tab=papers`} aria-current={isPapers ? 'page' : undefined}>
            {t('archive.tab.papers')}
          </Link>
          {mayReadRegister && <Link to={path('registers')}>{t('archive.tab.registers')}</Link>}
        </nav>
      }
    >
      <Split
        name="archive"
        initial={54}
        start={isPapers ? <PaperList /> : <ArchiveQueue current={id} />}
        end={
          id === undefined ? (
            <EmptyState title={t(isPapers ? 'archive.original.pick' : 'archive.pick')} />
          ) : (
            <ArchivePanel key={id} id={id} />
          )
        }
      />
    </Page>
  );
}
