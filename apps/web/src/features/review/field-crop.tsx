import type { ShownPage } from '@danku/contract/document-shapes.ts';
import type { Place } from '@danku/domain/events.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './review.module.css';

interface FieldCropProps {
  label: string;
  /** Where the field stands; null where nobody has said yet. */
  place: Place | null;
  page: ShownPage | undefined;
  /** The picture of that page. */
  url: string | undefined;
}

const aspect = 4;
const leastPart = 0.24;

/** The field in focus, cut out of the page and enlarged, with a little of what stands around it. */
export function FieldCrop({ label, place, page, url }: FieldCropProps) {
  const { t } = useTranslation();
  if (place === null || page === undefined || url === undefined) {
    return <p className={styles.noCrop}>{t('review.noPlace')}</p>;
  }
  // The frame is four times as wide as high, so how much of the height is seen follows from the width.
  const seen = page.width / page.height / aspect;
  const width = Math.min(Math.max(place.width * 1.3, (place.height * 1.6) / seen, leastPart), 1);
  return (
    <figure className={styles.crop}>
      <div
        role="img"
        aria-label={t('review.crop', { field: label })}
        className={styles.cropImage}
        style={{
          aspectRatio: aspect,
          backgroundImage: `url("${url}")`,
          backgroundSize: `${100 / width}% auto`,
          backgroundPosition: `${offset(place.x + place.width / 2, width)}% ${offset(place.y + place.height / 2, width * seen)}%`,
        }}
      />
      <figcaption>{t('review.crop', { field: label })}</figcaption>
    </figure>
  );
}

/** CSS places a picture by the share of what is left over, not by its own parts. */
function offset(middle: number, shown: number): number {
  return shown >= 1 ? 50 : Math.min(Math.max(((middle - shown / 2) / (1 - shown)) * 100, 0), 100);
}
