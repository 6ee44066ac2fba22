import type { Settings } from '@danku/contract/settings.ts';

import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';

type SettingsRow = Settings;

const select = `
  SELECT s.time_zone AS "timeZone", s.currency, s.fiscal_year_start AS "fiscalYearStart", s.fonds,
    s.working_calendar AS "workingCalendar", s.version
  FROM app.tenant_settings s`;

export async function findSettings({ tx }: Pick<Context, 'tx'>, { locked = false } = {}): Promise<SettingsRow> {
  const { rows } = await tx.sql.query<SettingsRow>(`${select} ${locked ? 'FOR UPDATE' : ''}`);
  const [settings] = rows;
  if (settings === undefined) {
    throw new Problem('not-found');
  }
  return settings;
}

export function presentSettings({ timeZone, currency, fiscalYearStart, fonds, workingCalendar, version }: SettingsRow): Settings {
  const { hours, weekdays, holidays, makeUpDays } = workingCalendar;
  return { timeZone, currency, fiscalYearStart, fonds, workingCalendar: { hours, weekdays, holidays, makeUpDays }, version };
}
