import type { Settings } from '@danku/contract/settings.ts';

export type SettingsRow = Settings;

export function presentSettings({ timeZone, currency, fiscalYearStart, fonds, workingCalendar, version }: SettingsRow): Settings {
  const { hours, weekdays, holidays, makeUpDays } = workingCalendar;
  return { timeZone, currency, fiscalYearStart, fonds, workingCalendar: { hours, weekdays, holidays, makeUpDays }, version };
}
