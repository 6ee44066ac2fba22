import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../../app/me.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { queuesQuery } from '../../app/use-counts.ts';
import { buttonClass } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useKeys } from '../../components/keys.ts';
import { Page } from '../../components/page.tsx';
import { roleName } from '../../components/role-name.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { HomePlaces } from './home-places.tsx';
import { HomeQueues } from './home-queues.tsx';
import { MyQuestions } from './my-questions.tsx';
import { MyWork } from './my-work.tsx';
import { OverdueDocuments } from './overdue-documents.tsx';
import { nextWork, placeOf } from './next-work.ts';
import styles from './home.module.css';

/** My next thing: what waits for me, where I left off, and one button that starts it. */
export function HomePage() {
  const { t } = useTranslation();
  const { member, grants } = useMe();
  const queues = useQuery(queuesQuery(useTenant()));
  const works = grants['document.read'] !== undefined;
  return (
    <Page
      title={t('home.greeting', { name: member?.name ?? '' })}
      facts={<span>{member?.roles.map((role) => roleName(t, role)).join(' · ')}</span>}
    >
      <div className={styles.page}>
        {queues.isPending && works && <Skeleton lines={4} />}
        {queues.isError && (
          <ErrorState error={queues.error} banner={queues.data !== undefined} onRetry={() => void queues.refetch()} />
        )}
        {queues.data !== undefined && works && (
          <>
            <Start />
            <HomeQueues queues={queues.data} />
            <div className={styles.columns}>
              {(grants['document.enter'] !== undefined || queues.data.leased + queues.data.assigned > 0) && <MyWork />}
              {(grants['document.answer'] !== undefined || queues.data.questions > 0) && <MyQuestions />}
              {grants['document.transfer'] !== undefined && <OverdueDocuments />}
            </div>
          </>
        )}
        <HomePlaces grants={grants} />
      </div>
    </Page>
  );
}

/** The one button, and Space, that starts what is most pressing. */
function Start() {
  const { t } = useTranslation();
  const { grants } = useMe();
  const navigate = useNavigate();
  const path = usePath();
  const { data } = useQuery(queuesQuery(useTenant()));
  const next = data === undefined ? null : nextWork(data, grants);
  const to = next === null ? null : `${path(placeOf(next).place)}${placeOf(next).search}`;
  useKeys([{ keys: 'Space', label: 'home.startNext', run: () => to !== null && void navigate(to) }], to !== null);
  if (data === undefined || (next === null && !data.items.some(({ mayWork }) => mayWork))) {
    return null;
  }
  if (next === null || to === null) {
    return (
      <div className={styles.start}>
        <strong className={styles.done}>{t('home.allDone')}</strong>
        <span className={styles.quiet}>{t('home.help')}</span>
      </div>
    );
  }
  return (
    <div className={styles.start}>
      <Link to={to} className={buttonClass('primary', 'normal', styles.big)} aria-keyshortcuts="Space">
        {t(`home.start.${next}`)}
        {/* The name of the key as it stands on it. */}
        <kbd aria-hidden>{'Space'}</kbd>
      </Link>
    </div>
  );
}
