import type { Finding } from '@danku/contract/document-shapes.ts';
import { Link } from 'react-router';
import { usePath } from '../../app/paths.ts';
import { Tag } from '../../components/tag.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { FieldsProps } from './fields-props.ts';
import { ReviewRow } from './review-row.tsx';
import { sayPath, wholeDocument } from './review-targets.ts';
import styles from './review.module.css';

const looks = {
  error: { tone: 'bad', shape: '▲' },
  warning: { tone: 'warn', shape: '◆' },
  info: { tone: 'info', shape: '●' },
} as const;

/** What the clerk changed since the version before, and what the checks found, with the clerk's reasons. */
export function ReviewDifferences(props: FieldsProps) {
  const { t } = useTranslation();
  const { changes, findings, newest } = props.differences;
  const count = changes.length + findings.length;
  return (
    <section aria-label={t('review.differences', { count })}>
      <h2>{t('review.differences', { count })}</h2>
      {count === 0 && <p className={styles.quiet}>{t('document.diff.same')}</p>}
      {changes.length > 0 && (
        <>
          <h3>{t('review.versions', { from: newest - 1, to: newest })}</h3>
          <ul>
            {changes.map(({ path, label, before, after }) => (
              <ReviewRow key={path} {...props} path={path} label={label} tone="bad">
                <del>{before ?? t('document.diff.empty')}</del>
                <ins>{after ?? t('document.diff.empty')}</ins>
              </ReviewRow>
            ))}
          </ul>
        </>
      )}
      {findings.length > 0 && (
        <>
          <h3>{t('review.findings', { count: findings.length })}</h3>
          <ul>
            {findings.map((finding) => (
              <FindingRow key={`${finding.code} ${finding.path}`} {...props} finding={finding} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function FindingRow({ finding, ...props }: FieldsProps & { finding: Finding }) {
  const { t } = useTranslation();
  const { code, severity, twin } = finding;
  const place = finding.path ?? wholeDocument;
  const reason = props.document.warningReasons[code];
  const isFirst = !props.differences.changes.some((change) => change.path === place);
  return (
    <ReviewRow
      {...props}
      path={place}
      label={sayPath(t, place)}
      isHome={isFirst}
      tone={severity === 'error' ? 'bad' : 'warn'}
      aside={twin !== null && <TwinLink twin={twin} />}
    >
      <span className={styles.finding}>
        <Tag {...looks[severity]}>{t(`review.severity.${severity}`)}</Tag>{' '}
        {sayCode(t, 'finding', code, 'review.finding.other', { ...paramsOf(finding), code })}
        {severity === 'warning' && (
          <span className={styles.reason}>
            {reason === undefined ? t('review.noReason') : t('review.clerkReason', { reason })}
          </span>
        )}
      </span>
    </ReviewRow>
  );
}

function TwinLink({ twin }: { twin: NonNullable<Finding['twin']> }) {
  const { t } = useTranslation();
  const path = usePath();
  return (
    <Link className={styles.twin} to={path('document', { id: twin.id })}>
      {[t(`kind.${twin.kind}`), twin.number, twin.partyName].filter(Boolean).join(' · ')}
    </Link>
  );
}

function paramsOf({ params = {} }: Finding): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}
