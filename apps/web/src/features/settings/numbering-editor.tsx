import { checkPattern, formatNumber, parsePattern } from '@danku/domain/documents/numbering.ts';
import { useMe } from '../../app/me.ts';
import { FieldColumns, SelectField, TextField } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { useNow } from '../../components/use-now.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { TypeBody } from './settings-queries.ts';
import { resets } from './type-draft.ts';

interface NumberingEditorProps {
  draft: Pick<TypeBody, 'prefix' | 'numberingPattern' | 'numberingReset'>;
  change: (some: Partial<TypeBody>) => void;
}

/** How registry numbers look, with one as it would be given today, and every fault told while typing. */
export function NumberingEditor({ draft: { prefix, numberingPattern, numberingReset }, change }: NumberingEditorProps) {
  const { t } = useTranslation();
  const preview = usePreview(prefix, numberingPattern);
  const faults = checkPattern(numberingPattern, numberingReset);
  const isPrefix = /^[A-Z][A-Z0-9]{0,9}$/.test(prefix);
  return (
    <Section title={t('settings.type.numbering')} help={t('settings.type.numberingHelp')}>
      <FieldColumns>
        <TextField
          label={t('settings.type.prefix')}
          required
          maxLength={10}
          value={prefix}
          fault={isPrefix ? null : t('settings.type.prefixFault')}
          onChange={(event) => change({ prefix: event.currentTarget.value.toUpperCase() })}
        />
        <TextField
          label={t('settings.type.pattern')}
          required
          maxLength={60}
          value={numberingPattern}
          fault={faults.length === 0 ? null : faults.map((fault) => t(`settings.type.patternFault.${fault}`)).join(' ')}
          help={preview === null ? t('settings.type.patternHelp') : t('settings.type.preview', { number: preview })}
          onChange={(event) => change({ numberingPattern: event.currentTarget.value })}
        />
        <SelectField
          label={t('settings.type.reset')}
          value={numberingReset}
          onChange={(event) =>
            change({ numberingReset: resets.find((one) => one === event.currentTarget.value) ?? numberingReset })
          }
        >
          {resets.map((one) => (
            <option key={one} value={one}>
              {t(`settings.type.resets.${one}`)}
            </option>
          ))}
        </SelectField>
      </FieldColumns>
    </Section>
  );
}

/** The number that the hundred-and-twenty-third approval of today would get; null while the pattern cannot be read. */
function usePreview(type: string, source: string): string | null {
  const timeZone = useMe().member?.timeZone ?? 'Asia/Shanghai';
  const now = useNow();
  const pattern = parsePattern(source);
  if (pattern === null || pattern.parts.length === 0) {
    return null;
  }
  try {
    return formatNumber(pattern, { type, sequence: 123, instant: new Date(now), timeZone });
  } catch {
    // Longer than any number may be; the fault says so.
    return null;
  }
}
