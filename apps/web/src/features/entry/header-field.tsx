import type { FieldDefinition } from '@danku/domain/documents/kinds.ts';
import { normaliseCreditCode } from '@danku/domain/identity/credit-code.ts';
import type { Translate } from '@danku/words/translate.ts';
import type { ComponentProps, FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { memo, useState } from 'react';
import { isComposing } from '../../components/keys.ts';
import type { CellMark } from '../../components/line-grid/line-cell.tsx';
import { isNumeric, readCell } from '../../components/line-grid/cell-value.ts';
import { formatMoney } from '../../i18n/format.ts';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { cellKindOf } from './form-layout.ts';
import styles from './header-field.module.css';
import type { PartySearch } from './party-input.tsx';
import { PartyInput } from './party-input.tsx';

export interface FieldEvents {
  onType: (key: string, value: string | null) => void;
  onFocusField: (key: string) => void;
  /** Enter: on to the next field. */
  onLeave: (key: string) => void;
}

interface HeaderFieldProps extends FieldEvents {
  field: FieldDefinition;
  label: string;
  value: string | null;
  mark: CellMark | undefined;
  /** Where the value comes from, where it was not typed. */
  source?: string | undefined;
  readOnly: boolean;
  loud?: boolean;
  party?: PartySearch | undefined;
}

const shapes = { doubt: '◇', wrong: '✕', confirmed: '✓', changed: '◇' } as const;

/** The id of a field's input, by which checks lead to it. */
export function inputId(key: string): string {
  return `entry-field-${key}`;
}

/** One value of the header: label, native input by the field's type, where it came from, and what a check says of it. */
export const HeaderField = memo(function HeaderField(props: HeaderFieldProps) {
  const { field, label, mark, source, loud = false } = props;
  const { t } = useTranslation();
  const id = inputId(field.key);
  const isSpoken = mark?.note !== undefined;
  return (
    <div
      className={styles.field}
      data-key={field.key}
      data-mark={mark?.tone}
      data-wide={field.type === 'long-text' || undefined}
      data-loud={loud || undefined}
    >
      <label htmlFor={id} className={styles.label}>
        {shownLabel(t, field, label)}
        {field.required === true && <span className="visually-hidden">{t('shell.unit.required')}</span>}
      </label>
      <div className={styles.box} title={mark?.note}>
        <Control {...props} />
        {source !== undefined && mark?.tone !== 'wrong' && <span className={styles.source}>{source}</span>}
        {mark !== undefined && (
          <span aria-hidden className={styles.glyph}>
            {shapes[mark.tone]}
          </span>
        )}
      </div>
      {isSpoken && (
        <span id={`${id}-note`} className={mark.tone === 'wrong' ? styles.note : 'visually-hidden'}>
          {mark.note}
        </span>
      )}
    </div>
  );
});

/** Beside the name of its party a tax id is called just that; read aloud it keeps its whole name. */
function shownLabel(t: Translate, { key }: FieldDefinition, label: string): string {
  return key === 'buyerTaxId' || key === 'sellerTaxId' ? t('entry.taxId') : label;
}

function Control(props: HeaderFieldProps): ReactNode {
  const { field, label, value, mark, readOnly, party, onType, onFocusField, onLeave } = props;
  const { t } = useTranslation();
  const { key, type } = field;
  const shared = {
    id: inputId(key),
    'aria-label': label === shownLabel(t, field, label) ? undefined : label,
    value: value ?? '',
    disabled: readOnly,
    'aria-invalid': mark?.tone === 'wrong' || undefined,
    'aria-required': field.required === true || undefined,
    'aria-describedby': mark?.note === undefined ? undefined : `${inputId(key)}-note`,
    onFocus: () => onFocusField(key),
    onKeyDown: (event: KeyboardEvent) => {
      if (
        event.key === 'Enter' &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        !event.shiftKey &&
        !isComposing(event.nativeEvent)
      ) {
        event.preventDefault();
        onLeave(key);
      }
    },
  };
  const give = (text: string) => onType(key, text === '' ? null : text);
  if (type === 'choice') {
    return (
      <select {...shared} className={styles.input} onChange={(event) => give(event.currentTarget.value)}>
        <option value="">–</option>
        {field.choices?.map((choice) => (
          <option key={choice} value={choice}>
            {t.has(`choice.${key}.${choice}`) ? sayCode(t, `choice.${key}`, choice, 'shell.unit.none') : choice}
          </option>
        ))}
      </select>
    );
  }
  if (type === 'long-text') {
    return (
      <textarea
        {...shared}
        rows={2}
        maxLength={field.maxLength}
        className={styles.input}
        onChange={(event) => give(event.currentTarget.value)}
      />
    );
  }
  if (party !== undefined && !readOnly) {
    return <PartyInput {...shared} maxLength={field.maxLength} className={styles.input} party={party} onText={give} />;
  }
  return <NativeInput {...shared} field={field} onText={give} />;
}

type NativeInputProps = Omit<ComponentProps<'input'>, 'value'> & {
  value: string;
  field: FieldDefinition;
  onText: (text: string) => void;
};

/** A plain input that reads what was typed when one leaves it, and groups the digits of an amount while nobody types there. */
function NativeInput({ field: { type, maxLength }, value, onText, onFocus, ...input }: NativeInputProps) {
  const { language } = useTranslation();
  const [isTyping, setTyping] = useState(false);
  const kind = cellKindOf(type);
  const settle = (event: FocusEvent<HTMLInputElement>) => {
    setTyping(false);
    const typed = event.currentTarget.value;
    const read = type === 'tax-id' ? { ok: true as const, value: normaliseCreditCode(typed) } : readCell(kind, typed);
    if (read.ok && (read.value ?? '') !== value) {
      onText(read.value ?? '');
    }
  };
  return (
    <input
      {...input}
      value={kind === 'money' && !isTyping ? formatMoney(value, language) : value}
      className={styles.input}
      data-mono={type === 'code' || type === 'tax-id' || undefined}
      data-number={isNumeric(kind) || undefined}
      maxLength={type === 'tax-id' ? 30 : maxLength}
      inputMode={isNumeric(kind) ? 'decimal' : undefined}
      placeholder={type === 'date' ? 'YYYY-MM-DD' : undefined}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onText(event.currentTarget.value)}
      onFocus={(event) => {
        setTyping(true);
        onFocus?.(event);
      }}
      onBlur={settle}
    />
  );
}
