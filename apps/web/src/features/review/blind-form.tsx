import type { Document } from '@danku/contract/document-shapes.ts';
import type { KeyboardEvent } from 'react';
import { useId } from 'react';
import { isComposing } from '../../components/keys.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { KeyedFault, KeyedField, KeyedTexts } from './keyed-values.ts';
import { hasOddCheckDigit, keyedFieldsOf } from './keyed-values.ts';
import { MarkEditor } from './mark-editor.tsx';
import type { ReviewMarks } from './use-review-marks.ts';
import styles from './review.module.css';

interface BlindFormProps {
  document: Document;
  texts: KeyedTexts;
  faults: Partial<Record<KeyedField, KeyedFault>>;
  onChange: (texts: KeyedTexts) => void;
  focused: string | null;
  onFocus: (path: string) => void;
  review: ReviewMarks;
  onApprove: () => void;
}

/** Four values, keyed from the image alone. Nothing of what the clerk or the other reviewer read is on this screen. */
export function BlindForm({ document, texts, faults, onChange, focused, onFocus, review, onApprove }: BlindFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const fields = keyedFieldsOf(document.kind);
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape' && event.target instanceof HTMLInputElement) {
      // Out of the field, the single-letter keys work.
      event.target.blur();
      return;
    }
    if (
      event.key !== 'Enter' ||
      event.ctrlKey ||
      event.metaKey ||
      isComposing(event.nativeEvent) ||
      !(event.target instanceof HTMLInputElement)
    ) {
      return;
    }
    event.preventDefault();
    const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[name]')];
    const next = inputs[inputs.indexOf(event.target) + 1];
    if (next === undefined) {
      onApprove();
      return;
    }
    next.focus();
  };
  return (
    // Enter moves on from field to field; the keys themselves are pressed in the inputs.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above.
    <form className={styles.blind} onKeyDown={press} onSubmit={(event) => event.preventDefault()} noValidate autoComplete="off">
      <h2>{t('review.blind.title')}</h2>
      <p className={styles.quiet}>{t('review.blind.help')}</p>
      {fields.map(({ field, path, isRequired }, index) => {
        const fault = faults[field];
        const hint = field === 'partyTaxId' && hasOddCheckDigit(texts[field]) ? t('review.blind.hint.tax-id') : undefined;
        const note =
          fault === undefined
            ? (hint ?? (isRequired ? undefined : t('review.blind.optional')))
            : t(`review.blind.fault.${fault}`);
        return (
          <div key={field} className={styles.blindField}>
            <label htmlFor={`${id}-${field}`}>{t(`field.${field}`)}</label>
            <input
              id={`${id}-${field}`}
              name={field}
              className={styles.blindInput}
              value={texts[field]}
              maxLength={40}
              inputMode={field === 'grossTotal' ? 'decimal' : undefined}
              autoFocus={index === 0}
              aria-required={isRequired}
              aria-invalid={fault !== undefined}
              aria-describedby={note === undefined ? undefined : `${id}-${field}-note`}
              onChange={(event) => onChange({ ...texts, [field]: event.currentTarget.value })}
              onFocus={() => onFocus(path)}
            />
            {note !== undefined && (
              <span
                id={`${id}-${field}-note`}
                className={fault === undefined ? (hint === undefined ? styles.quiet : styles.doubt) : styles.fault}
              >
                {note}
              </span>
            )}
            {review.isMarking && focused === path && <MarkEditor path={path} label={t(`field.${field}`)} review={review} />}
          </div>
        );
      })}
    </form>
  );
}
