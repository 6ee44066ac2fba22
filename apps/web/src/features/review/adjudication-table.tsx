import type { Document } from '@danku/contract/document-shapes.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { formatMoney } from '../../i18n/format.ts';
import type { Reading } from './adjudication.ts';
import { readingsOf } from './adjudication.ts';
import type { KeyedField } from './keyed-values.ts';
import styles from './review.module.css';

interface AdjudicationTableProps {
  document: Document;
  chosen: Partial<Record<KeyedField, number>>;
  focused: string | null;
  onFocus: (path: string) => void;
  onChoose: (field: KeyedField, reader: number) => void;
}

/** What the clerk and the two reviewers read, side by side; one value of each row is chosen. */
export function AdjudicationTable({ document, chosen, focused, onFocus, onChoose }: AdjudicationTableProps) {
  const { t } = useTranslation();
  const names = [
    `${t('review.adjudicate.clerk')}${document.submittedBy === null ? '' : ` · ${document.submittedBy.name}`}`,
    ...document.keyed.map(
      ({ reviewer }, index) => `${t(index === 0 ? 'review.adjudicate.first' : 'review.adjudicate.second')} · ${reviewer.name}`,
    ),
  ];
  return (
    <section aria-label={t('review.adjudicate.title')}>
      <h2>{t('review.adjudicate.title')}</h2>
      <p className={styles.quiet}>{t('review.adjudicate.help')}</p>
      <div className={styles.scroll}>
        <table className={styles.readings} aria-label={t('review.adjudicate.title')}>
          <thead>
            <tr>
              <th scope="col">{t('document.diff.field')}</th>
              {names.map((name, index) => (
                <th key={name} scope="col">
                  <kbd aria-hidden>{index + 1}</kbd> {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {readingsOf(document).map((reading) => (
              <ReadingRow
                key={reading.field}
                reading={reading}
                names={names}
                chosen={chosen[reading.field]}
                isFocused={focused === reading.path}
                onFocus={onFocus}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface ReadingRowProps {
  reading: Reading;
  names: readonly string[];
  chosen: number | undefined;
  isFocused: boolean;
  onFocus: (path: string) => void;
  onChoose: (field: KeyedField, reader: number) => void;
}

function ReadingRow({ reading, names, chosen, isFocused, onFocus, onChoose }: ReadingRowProps) {
  const { t, language } = useTranslation();
  const { field, path, values, agree } = reading;
  const name = t(`field.${field}`);
  const sayReading = (value: string | null) => {
    if (value === null) {
      return t('review.adjudicate.empty');
    }
    return field === 'grossTotal' ? formatMoney(value, language) : value;
  };
  return (
    <tr data-focused={isFocused || undefined} data-differs={!agree || undefined}>
      <th scope="row">{name}</th>
      {agree && (
        <td colSpan={values.length} className={styles.agreed}>
          {sayReading(values[0] ?? null)} <span className={styles.agree}>{t('review.adjudicate.agree')}</span>
        </td>
      )}
      {(agree ? [] : values).map((value, reader) => (
        <td key={names[reader]}>
          <label className={styles.reading}>
            <input
              type="radio"
              name={field}
              checked={chosen === reader}
              aria-label={`${name} · ${names[reader] ?? ''}`}
              onFocus={() => onFocus(path)}
              onChange={() => onChoose(field, reader)}
            />
            <span>{sayReading(value)}</span>
          </label>
        </td>
      ))}
    </tr>
  );
}
