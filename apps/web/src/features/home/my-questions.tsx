import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { DateTime } from '../../components/date-time.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { myQuestionsQuery } from './home-queries.ts';
import styles from './home.module.css';

/** Questions that wait for this person's answer, each leading to its document. */
export function MyQuestions() {
  const { t } = useTranslation();
  const path = usePath();
  const { data } = useQuery(myQuestionsQuery(useTenant()));
  if (data === undefined) {
    return <Skeleton lines={3} />;
  }
  return (
    <section aria-label={t('home.questions')}>
      <h2>
        {t('home.questions')} <span className={styles.quiet}>{data.items.length}</span>
      </h2>
      {data.items.length === 0 && <p className={styles.quiet}>{t('home.allDone')}</p>}
      <ul>
        {data.items.map(({ id, document, askedBy, askedAt, body }) => (
          <li key={id} className={styles.question}>
            <Link to={path('document', { id: document.id })}>{body}</Link>
            <span className={styles.quiet}>
              {[t(`kind.${document.kind}`), document.number ?? document.draftNumber, document.partyName]
                .filter(Boolean)
                .join(' · ')}{' '}
              · {t('home.askedBy', { name: askedBy.name })} · <DateTime value={askedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
