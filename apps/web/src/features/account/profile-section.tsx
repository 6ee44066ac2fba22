import type { Me } from '@danku/contract/auth.ts';
import { languages } from '@danku/words/language.ts';
import { useState } from 'react';
import { useSwitchLanguage } from '../../app/me.ts';
import { densities } from '../../app/use-density.ts';
import { Button } from '../../components/button.tsx';
import { chooseColorScheme, colorSchemes, useColorScheme } from '../../components/color-scheme.ts';
import { FieldColumns, SelectField, TextField, TickField } from '../../components/field.tsx';
import { hasLetterKeys, setLetterKeys } from '../../components/keys.ts';
import { notify } from '../../components/notices.ts';
import { FormButtons, Section } from '../../components/section.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useChangeMe } from './account-queries.ts';

/** The name is saved by its button; what only changes the screens takes hold at once. */
export function ProfileSection({ account }: { account: Me['account'] }) {
  const { t } = useTranslation();
  const change = useChangeMe();
  const [name, setName] = useState(account.name);
  const trimmed = name.trim();
  const save = () => change.mutate({ name: trimmed }, { onSuccess: () => notify(t('account.saved'), { tone: 'ok' }) });
  return (
    <>
      <Section title={t('account.profile')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (trimmed !== '') {
              save();
            }
          }}
        >
          <FieldColumns>
            <TextField
              label={t('account.name')}
              autoComplete="name"
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <FormButtons>
              <Button
                type="submit"
                style={{ alignSelf: 'end' }}
                disabled={trimmed === '' || trimmed === account.name}
                loading={change.isPending}
              >
                {t('shell.verb.save')}
              </Button>
            </FormButtons>
          </FieldColumns>
        </form>
      </Section>
      <Preferences account={account} />
    </>
  );
}

function Preferences({ account }: { account: Me['account'] }) {
  const { t, language } = useTranslation();
  const change = useChangeMe();
  const switchLanguage = useSwitchLanguage();
  const { chosen } = useColorScheme();
  const [letters, setLetters] = useState(hasLetterKeys());
  const density = densities.find((one) => one === account.preferences['density']) ?? '';
  return (
    <Section title={t('account.preferences.title')}>
      <FieldColumns>
        <SelectField
          label={t('shell.language.label')}
          value={language}
          onChange={(event) => switchLanguage(languages.find((one) => one === event.currentTarget.value) ?? language)}
        >
          {languages.map((one) => (
            <option key={one} value={one} lang={one}>
              {t(`shell.language.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('shell.theme.label')}
          value={chosen}
          onChange={(event) => chooseColorScheme(colorSchemes.find((one) => one === event.currentTarget.value) ?? chosen)}
        >
          {colorSchemes.map((one) => (
            <option key={one} value={one}>
              {t(`shell.theme.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('account.preferences.density')}
          value={density}
          onChange={(event) => change.mutate({ preferences: { density: event.currentTarget.value || null } })}
        >
          <option value="">{t('account.preferences.byRole')}</option>
          {densities.map((one) => (
            <option key={one} value={one}>
              {t(`account.preferences.${one}`)}
            </option>
          ))}
        </SelectField>
      </FieldColumns>
      <TickField
        label={`${t('shell.keys.letters')} — ${t('shell.keys.lettersHelp')}`}
        checked={letters}
        onChange={(event) => {
          setLetters(event.currentTarget.checked);
          setLetterKeys(event.currentTarget.checked);
        }}
      />
    </Section>
  );
}
