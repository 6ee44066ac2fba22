import { fieldTypes } from '@danku/domain/documents/kinds.ts';
import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './settings.module.css';
import type { ExtraField } from './type-draft.ts';
import { isWrongKey } from './type-draft.ts';

/** Fields that this organisation wants beside those of the kind. */
export function ExtraFieldsEditor({
  fields,
  onChange,
}: {
  fields: readonly ExtraField[];
  onChange: (fields: ExtraField[]) => void;
}) {
  const { t } = useTranslation();
  const add = () => onChange([...fields, { key: freeKey(fields), label: { zh: '', en: '' }, type: 'text', required: false }]);
  return (
    <Section
      title={t('settings.type.extraFields')}
      actions={
        <Button size="small" disabled={fields.length >= 40} onClick={add}>
          {t('settings.type.addField')}
        </Button>
      }
    >
      {fields.length === 0 ? (
        <p>{t('shell.unit.none')}</p>
      ) : (
        <table className={styles.grid}>
          <thead>
            <tr>
              <th scope="col">{t('settings.type.fieldKey')}</th>
              <th scope="col">{t('settings.type.labelZh')}</th>
              <th scope="col">{t('settings.type.labelEn')}</th>
              <th scope="col">{t('settings.type.fieldKind')}</th>
              <th scope="col">{t('settings.type.choices')}</th>
              <th scope="col">{t('settings.type.required')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('shell.verb.delete')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, index) => (
              <FieldRow
                key={index}
                field={field}
                isTwice={fields.findIndex(({ key }) => key === field.key) !== index}
                onChange={(some) => onChange(fields.map((one, at) => (at === index ? { ...one, ...some } : one)))}
                onRemove={() => onChange(fields.toSpliced(index, 1))}
              />
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.quiet}>{t('settings.type.keyHelp')}</p>
    </Section>
  );
}

function freeKey(fields: readonly ExtraField[]): string {
  const taken = new Set(fields.map(({ key }) => key));
  const free = Array.from({ length: fields.length + 1 }, (_, index) => `xField${index + 1}`).find((key) => !taken.has(key));
  return free ?? 'xField';
}

interface FieldRowProps {
  field: ExtraField;
  isTwice: boolean;
  onChange: (some: Partial<ExtraField>) => void;
  onRemove: () => void;
}

function FieldRow({ field, isTwice, onChange, onRemove }: FieldRowProps) {
  const { t } = useTranslation();
  const named = (label: string) => `${field.key} ${label}`;
  return (
    <tr>
      <td>
        <input
          className={styles.cell}
          aria-label={named(t('settings.type.fieldKey'))}
          aria-invalid={isTwice || isWrongKey(field.key) || undefined}
          maxLength={40}
          value={field.key}
          onChange={(event) => onChange({ key: event.currentTarget.value })}
        />
      </td>
      <td>
        <input
          className={styles.cell}
          aria-label={named(t('settings.type.labelZh'))}
          aria-invalid={field.label.zh.trim() === '' || undefined}
          maxLength={40}
          value={field.label.zh}
          onChange={(event) => onChange({ label: { ...field.label, zh: event.currentTarget.value } })}
        />
      </td>
      <td>
        <input
          className={styles.cell}
          aria-label={named(t('settings.type.labelEn'))}
          aria-invalid={field.label.en.trim() === '' || undefined}
          maxLength={40}
          value={field.label.en}
          onChange={(event) => onChange({ label: { ...field.label, en: event.currentTarget.value } })}
        />
      </td>
      <td>
        <select
          className={styles.cell}
          aria-label={named(t('settings.type.fieldKind'))}
          value={field.type}
          onChange={(event) => onChange({ type: fieldTypes.find((one) => one === event.currentTarget.value) ?? field.type })}
        >
          {fieldTypes.map((type) => (
            <option key={type} value={type}>
              {t(`settings.type.format.${type}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        {field.type === 'choice' && (
          <input
            className={styles.cell}
            aria-label={named(t('settings.type.choices'))}
            aria-invalid={(field.choices ?? []).length === 0 || undefined}
            placeholder={t('settings.type.choicesHelp')}
            defaultValue={(field.choices ?? []).join(', ')}
            onChange={(event) => onChange({ choices: splitChoices(event.currentTarget.value) })}
          />
        )}
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={named(t('settings.type.required'))}
          checked={field.required ?? false}
          onChange={(event) => onChange({ required: event.currentTarget.checked })}
        />
      </td>
      <td className={styles.deeds}>
        <Button look="plain" size="small" aria-label={t('shell.verb.remove', { name: field.key })} onClick={onRemove}>
          ×
        </Button>
      </td>
    </tr>
  );
}

function splitChoices(text: string): string[] {
  return [...new Set(text.split(/[,，、;；]/).map((choice) => choice.trim()))].filter((choice) => choice !== '').slice(0, 50);
}
