import type { Settings } from '@danku/contract/settings.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { asProblem } from '../../api/problem-error.ts';
import { useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FieldColumns, SelectField, TextField } from '../../components/field.tsx';
import { useKeys } from '../../components/keys.ts';
import { notify } from '../../components/notices.ts';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CalendarEditor } from './calendar-editor.tsx';
import { areHoursGood } from './calendar-draft.ts';
import { settingsQuery, useSaveSettings } from './settings-queries.ts';

/** What holds for the whole organisation: its time, its money and its working days. */
export function SettingsPage() {
  const { t } = useTranslation();
  const settings = useQuery(settingsQuery(useTenant()));
  if (settings.isPending) {
    return <Skeleton lines={12} />;
  }
  if (settings.isError) {
    return (
      <Page title={t('settings.title')}>
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      </Page>
    );
  }
  return <Editor key={settings.data.version} settings={settings.data} />;
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function Editor({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const save = useSaveSettings();
  const [draft, setDraft] = useState(settings);
  const [areDaysGood, setDaysGood] = useState(true);
  const zones = useMemo(() => [...new Set([settings.timeZone, ...Intl.supportedValuesOf('timeZone')])], [settings.timeZone]);
  const change = (some: Partial<Settings>) => setDraft({ ...draft, ...some });
  const isCurrency = /^[A-Z]{3}$/.test(draft.currency);
  const isGood =
    isCurrency &&
    draft.fonds.trim() !== '' &&
    areDaysGood &&
    areHoursGood(draft.workingCalendar.hours) &&
    draft.workingCalendar.weekdays.length > 0;
  const send = () => isGood && save.mutate(draft, { onSuccess: () => notify(t('settings.saved'), { tone: 'ok' }) });
  useKeys([{ keys: 'Ctrl+S', label: 'shell.verb.save', run: send }]);
  return (
    <Page
      title={t('settings.title')}
      footer={
        <>
          <span role="status">{save.isError ? t(`problem.${asProblem(save.error).code}`) : ''}</span>
          <Button look="primary" shortcut="Ctrl+S" disabled={!isGood} loading={save.isPending} onClick={send}>
            {t('shell.verb.save')}
          </Button>
        </>
      }
    >
      <Section title={t('settings.organisation')}>
        <FieldColumns>
          <SelectField
            label={t('settings.timeZone')}
            value={draft.timeZone}
            onChange={(event) => change({ timeZone: event.currentTarget.value })}
          >
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </SelectField>
          <TextField
            label={t('settings.currency')}
            maxLength={3}
            value={draft.currency}
            fault={isCurrency ? null : t('settings.currencyFault')}
            onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
          />
          <SelectField
            label={t('settings.fiscalYear')}
            value={draft.fiscalYearStart}
            onChange={(event) => change({ fiscalYearStart: Number(event.currentTarget.value) })}
          >
            {months.map((month) => (
              <option key={month} value={month}>
                {t('settings.month', { number: month })}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('settings.fonds')}
            help={t('settings.fondsHelp')}
            required
            maxLength={20}
            value={draft.fonds}
            onChange={(event) => change({ fonds: event.currentTarget.value })}
          />
        </FieldColumns>
      </Section>
      <CalendarEditor
        calendar={draft.workingCalendar}
        onChange={(workingCalendar) => change({ workingCalendar })}
        onDaysGood={setDaysGood}
      />
    </Page>
  );
}
