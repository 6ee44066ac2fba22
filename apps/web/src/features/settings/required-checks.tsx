import { TickField } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './settings.module.css';

/** The checks of the archive that may find nothing to check with. All others always run. */
const mayNotRun = [
  'signature',
  'virus-scan',
  'original-unchanged',
  'type-matches',
  'not-encrypted',
  'lasting-format',
  'no-active-content',
] as const;

/** Which checks must have run before a document of this type is archived; one that could not run blocks it then. */
export function RequiredChecks({ chosen, onChange }: { chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  const { t } = useTranslation();
  const codes = [...new Set([...mayNotRun, ...chosen])];
  const toggle = (code: string) => onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <Section title={t('settings.type.checks')} help={t('settings.type.checksHelp')}>
      <div className={styles.ticks}>
        {codes.map((code) => (
          <TickField
            key={code}
            label={sayCode(t, 'archive.code', code, 'archive.code.other', { code })}
            checked={chosen.includes(code)}
            onChange={() => toggle(code)}
          />
        ))}
      </div>
    </Section>
  );
}
