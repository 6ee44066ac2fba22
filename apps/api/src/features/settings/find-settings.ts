import type { Context } from '../../db/context.ts';
import type { SettingsRow } from './present-settings.ts';

const select = `
  SELECT s.time_zone AS "timeZone", s.currency, s.fiscal_year_start AS "fiscalYearStart", s.fonds,
    s.working_calendar AS "workingCalendar", s.version
  FROM app.tenant_settings s`;

export async function findSettings({ tx }: Pick<Context, 'tx'>, { locked = false } = {}): Promise<SettingsRow> {
  const { rows } = await tx.sql.query<SettingsRow>(`${select} ${locked ? 'FOR UPDATE' : ''}`);
  const [settings] = rows;
  if (settings === undefined) {
    throw new Error('This organisation has no settings.');
  }
  return settings;
}
