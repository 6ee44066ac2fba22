import type { Document } from '@danku/contract/document-shapes.ts';
import { useQuery } from '@tanstack/react-query';
import { useTenant } from '../../app/paths.ts';
import { DateTime } from '../../components/date-time.tsx';
import { Money } from '../../components/money.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { versionsQuery } from './review-queries.ts';
import styles from './review.module.css';

/** What the reviewers before have decided on this version; for the manager's last word also the sum of it. */
export function DecisionsSoFar({ document }: { document: Document }) {
  const { t } = useTranslation();
  const { data } = useQuery(versionsQuery(useTenant(), document.id));
  const newest = data?.items.toSorted((one, other) => other.number - one.number)[0];
  const isLastWord = document.managerLast && document.reviewPolicy !== 'dual-sequence';
  return (
    <section className={styles.soFar} aria-label={t(isLastWord ? 'review.summary' : 'review.soFar')}>
      <h2>{t(isLastWord ? 'review.summary' : 'review.soFar')}</h2>
      {isLastWord && (
        <>
          <p className={styles.quiet}>{t('review.summaryHelp')}</p>
          <p className={styles.sum}>
            <Money value={document.grossTotal} currency={document.currency} />
          </p>
          <p className={styles.quiet}>{[document.partyName, document.number].filter(Boolean).join(' · ')}</p>
        </>
      )}
      <ul>
        {newest?.decisions.map((decision) => (
          <li key={decision.slot} className={styles.decision}>
            <strong>{t(`review.decided.${decision.decision}`)}</strong> {decision.person.name}{' '}
            <DateTime value={decision.decidedAt} />
            {decision.comment !== null && <p className={styles.quiet}>{decision.comment}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
