import type { Document } from '@danku/contract/document-shapes.ts';
import { checkGroups } from '@danku/contract/archive.ts';
import { useQuery } from '@tanstack/react-query';
import { useTenant } from '../../app/paths.ts';
import { DateTime } from '../../components/date-time.tsx';
import { pathLabel } from '../../components/field-word.ts';
import { Tag } from '../../components/tag.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './aside.module.css';
import { archiveRecordQuery, paperQuery } from './documents-queries.ts';

/** What waits: a question, or what the last reviewer found. */
export function Waiting({ document: { question, isReturned, verdicts, returnComment } }: { document: Document }) {
  const { t } = useTranslation();
  return (
    <>
      {question !== null && (
        <section className={styles.section} aria-label={t('document.section.question')}>
          <h2>{t('document.section.question')}</h2>
          <p className={styles.body}>{question.body}</p>
          <p className={styles.meta}>
            {question.askedBy.name} → {question.asked.name} <DateTime value={question.askedAt} />
          </p>
        </section>
      )}
      {isReturned && (verdicts.length > 0 || returnComment !== null) && (
        <section className={styles.section} aria-label={t('document.section.returned')}>
          <h2>{t('document.section.returned')}</h2>
          {returnComment !== null && <p className={styles.body}>{returnComment}</p>}
          <ul>
            {verdicts.map(({ path, errorClass, suggested, comment }) => (
              <li key={path} className={styles.wrong}>
                {[pathLabel(t, path), sayCode(t, 'error-class', errorClass, 'error-class.other'), suggested, comment]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Why it is reviewed as it is: the points of its risk, and the reasons that were given for warnings. */
export function Why({ document }: { document: Document }) {
  const { t } = useTranslation();
  const reasons = Object.entries(document.warningReasons);
  return (
    <section className={styles.section} aria-label={t('document.section.why')}>
      <h2>{t('review.why', { policy: t(`policy.${document.reviewPolicy}`) })}</h2>
      <p className={styles.score}>{document.riskScore}</p>
      {document.riskTerms.length === 0 && <p className={styles.quiet}>{t('document.risk.none')}</p>}
      <dl className={styles.terms}>
        {document.riskTerms.map(({ code, points }) => (
          <div key={code}>
            <dt>{sayCode(t, 'document.risk.term', code, 'document.section.risk')}</dt>
            <dd>{`+${points}`}</dd>
          </div>
        ))}
      </dl>
      {reasons.length > 0 && (
        <>
          <h3>{t('document.section.warnings')}</h3>
          {reasons.map(([code, reason]) => (
            <p key={code} className={styles.body}>
              {`${sayCode(t, 'finding', code, 'finding.other')} ${reason}`}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

const resultLooks = {
  passed: { tone: 'ok', shape: '✓' },
  failed: { tone: 'bad', shape: '×' },
  'not-run': { tone: 'neutral', shape: '–' },
} as const;

/** The report of the four checks as it was stored, how long it is kept, and where the paper stands. */
export function ArchiveRecord({ document }: { document: Document }) {
  const { t } = useTranslation();
  const record = useQuery(archiveRecordQuery(useTenant(), document.id));
  if (record.data === undefined) {
    return null;
  }
  const { archiveNumber, archivedAt, archivedBy, checks, retainUntil } = record.data;
  return (
    <section className={styles.section} aria-label={t('document.section.archive')}>
      <h2>{t('document.section.archive')}</h2>
      <p className={styles.code}>{archiveNumber}</p>
      <p className={styles.meta}>
        {t('document.archived.by', { name: archivedBy.name })} <DateTime value={archivedAt} />
      </p>
      <p>{retainUntil === null ? t('archive.permanent') : t('archive.retention', { date: retainUntil })}</p>
      {checkGroups.map((group) => (
        <div key={group}>
          <h3>{t(`archive.check.${group}`)}</h3>
          <ul className={styles.checks}>
            {checks
              .filter((check) => check.group === group)
              .map(({ code, result }) => (
                <li key={code}>
                  <span>{sayCode(t, 'archive.code', code, 'archive.code.other', { code })}</span>
                  <Tag {...resultLooks[result]}>{t(`archive.result.${result}`)}</Tag>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <Paper id={document.id} />
    </section>
  );
}

function Paper({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(paperQuery(useTenant(), id));
  return (
    <>
      <h3>{t('archive.original.title')}</h3>
      <p className={styles.quiet}>
        {data === undefined ? t('archive.original.notPlaced') : t('archive.original.where', { box: data.box, shelf: data.shelf })}
      </p>
      {data?.loan !== null && data?.loan !== undefined && <p>{t('archive.original.lentTo', { name: data.loan.borrower })}</p>}
    </>
  );
}
