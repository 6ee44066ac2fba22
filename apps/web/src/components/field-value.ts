import type { FieldDefinition } from '@danku/domain/documents/kinds.ts';
import type { Language } from '@danku/words/language.ts';
import type { Translate } from '@danku/words/translate.ts';
import { formatMoney, formatPercent, formatQuantity } from '../i18n/format.ts';

/** A field's value as a person reads it: amounts grouped, rates in percent, choices by their word. Null where it is blank. */
export function sayValue(
  t: Translate,
  language: Language,
  field: Pick<FieldDefinition, 'key' | 'type'>,
  value: string | null | undefined,
): string | null {
  if (value === null || value === undefined || value === '') {
    return null;
  }
  if (field.type === 'choice') {
    const word = `choice.${field.key}.${value}`;
    return t.has(word) ? t(word) : value;
  }
  if (field.type === 'money') {
    return formatMoney(value, language);
  }
  if (field.type === 'rate') {
    return formatPercent(value, language);
  }
  return field.type === 'quantity' || field.type === 'price' ? formatQuantity(value, language) : value;
}
