import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { Settings } from '@danku/contract/settings.ts';

import { changesOf } from '../../db/changes.ts';
import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { requireVersion } from '../../db/require-version.ts';
import { findSettings } from './find-settings.ts';
import { presentSettings } from './present-settings.ts';
import { requireValidSettings, tidyCalendar } from './require-valid-settings.ts';

/** Time limits are reckoned anew from the next step of each document on. */
export async function changeSettings(
  context: Context,
  { body }: Input<typeof contract.settings.changeSettings>,
): Promise<Settings> {
  requirePermission(context, 'settings.manage');
  const settings = presentSettings(await findSettings(context, { locked: true }));
  requireVersion(settings, body.version);
  requireValidSettings(body);
  const workingCalendar = tidyCalendar(body.workingCalendar);
  await context.tx.sql.query(
    `UPDATE app.tenant_settings SET time_zone = $1, currency = $2, fiscal_year_start = $3, fonds = $4, working_calendar = $5, version = version + 1
     WHERE version = $6`,
    [body.timeZone, body.currency, body.fiscalYearStart, body.fonds, JSON.stringify(workingCalendar), settings.version],
  );
  const changed = presentSettings(await findSettings(context));
  const changes = changesOf(settings, changed, ['timeZone', 'currency', 'fiscalYearStart', 'fonds', 'workingCalendar']);
  await record(context, { type: 'settings.changed', subjectId: null, payload: { changes } });
  return changed;
}
