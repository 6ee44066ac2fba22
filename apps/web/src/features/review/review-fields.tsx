import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DecisionsSoFar } from './decisions-so-far.tsx';
import type { FieldsProps } from './fields-props.ts';
import { ReviewDifferences } from './review-differences.tsx';
import { ReviewLines } from './review-lines.tsx';
import { ReviewRow } from './review-row.tsx';
import styles from './review.module.css';

/** What differs first, then everything else, each in one line. */
export function ReviewFields(props: FieldsProps) {
  const { document, targets, differences } = props;
  const { t } = useTranslation();
  return (
    <>
      {document.stage === 'second-review' && <DecisionsSoFar document={document} />}
      {differences.isPending ? <Skeleton lines={2} /> : <ReviewDifferences {...props} />}
      <section aria-label={t('review.fields')}>
        <h2>{t('review.fields')}</h2>
        <ul>
          {targets.fields.map(({ path, label, value }) => (
            <ReviewRow key={path} {...props} path={path} label={label} isHome={!differences.stops.includes(path)}>
              {value ?? <span className={styles.quiet}>{t('document.diff.empty')}</span>}
            </ReviewRow>
          ))}
        </ul>
      </section>
      {targets.lines.length > 0 && <ReviewLines {...props} />}
    </>
  );
}
