import type { Place } from '@danku/domain/events.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './review.module.css';

interface FieldCropProps {
  label: string;
  /** Where the field stands; null where nobody has said yet. */
  place: Place | null;
  /** The picture of the page the place is on. */
  url: string | undefined;
}

const least = 0.02;

/** The field in focus, cut out of the page and enlarged. */
export function FieldCrop({ label, place, url }: FieldCropProps) {
  const { t } = useTranslation();
  if (place === null || url === undefined) {
    return <p className={styles.noCrop}>{t('review.noPlace')}</p>;
  }
  const width = Math.max(place.width * 1.3, least);
  const height = Math.max(place.height * 1.6, least);
  return (
    <figure className={styles.crop}>
      <div
        role="img"
        aria-label={t('review.crop', { field: label })}
        className={styles.cropImage}
        style={{
          backgroundImage: `url("${url}")`,
          backgroundSize: `${100 / width}% auto`,
          backgroundPosition: `${part(place.x + place.width / 2, width)}% ${part(place.y + place.height / 2, height)}%`,
        }}
      />
      <figcaption>{t('review.crop', { field: label })}</figcaption>
    </figure>
  );
}

/** CSS places a picture by the share of what is left over, not by its own parts. */
function part(middle: number, shown: number): number {
  return shown >= 1 ? 50 : Math.min(Math.max(((middle - shown / 2) / (1 - shown)) * 100, 0), 100);
}
