import type { FieldProblem } from '@danku/contract/problem.ts';
import type { Settings } from '@danku/contract/settings.ts';
import { isTimeZone } from '@danku/domain/time/zone.ts';

import { Problem } from '../../problem.ts';

type SettingsBody = Omit<Settings, 'version'>;

/** Throws invalid with everything that is wrong, each at its place. */
export function requireValidSettings({ timeZone, currency, workingCalendar }: SettingsBody): void {
  const errors: FieldProblem[] = [];
  if (!isTimeZone(timeZone)) {
    errors.push({ path: '/timeZone', code: 'unknown' });
  }
  if (!Intl.supportedValuesOf('currency').includes(currency)) {
    errors.push({ path: '/currency', code: 'unknown' });
  }
  let end = '';
  workingCalendar.hours.forEach(({ from, to }, index) => {
    if (from < end || to <= from || to > '24:00') {
      errors.push({ path: `/workingCalendar/hours/${index}`, code: 'out-of-order' });
    }
    end = to;
  });
  if (errors.length > 0) {
    throw new Problem('invalid', { errors });
  }
}

/** Days once each and in order, so that the log tells what was changed and not how it was typed. */
export function tidyCalendar({
  hours,
  weekdays,
  holidays,
  makeUpDays,
}: Settings['workingCalendar']): Settings['workingCalendar'] {
  return { hours, weekdays: inOrder(weekdays), holidays: inOrder(holidays), makeUpDays: inOrder(makeUpDays) };
}

function inOrder<T extends string | number>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((one, other) => (one < other ? -1 : 1));
}
