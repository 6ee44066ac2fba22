import type { Document } from '@danku/contract/document-shapes.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DecisionsSoFar } from './decisions-so-far.tsx';
import { ReviewDifferences } from './review-differences.tsx';
import { ReviewLines } from './review-lines.tsx';
import { ReviewRow } from './review-row.tsx';
import type { Targets } from './review-targets.ts';
import type { Differences } from './use-differences.ts';
import type { ReviewMarks } from './use-review-marks.ts';
import styles from './review.module.css';

export interface FieldsProps {
  document: Document;
  targets: Targets;
  differences: Differences;
  focused: string | null;
  onFocus: (path: string) => void;
  review: ReviewMarks;
}

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
