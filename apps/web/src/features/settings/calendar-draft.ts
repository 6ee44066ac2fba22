import type { Settings } from '@danku/contract/settings.ts';
import { isDate } from '@danku/domain/time/zone.ts';

export type Calendar = Settings['workingCalendar'];

/** Each span ends after it begins, and none begins before the one before has ended. */
export function areHoursGood(hours: Calendar['hours']): boolean {
  const ordered = hours.toSorted((a, b) => a.from.localeCompare(b.from));
  return hours.length > 0 && ordered.every(({ from, to }, index) => from < to && from >= (ordered[index - 1]?.to ?? '00:00'));
}

/** Dates as people list them, one a line or separated by commas or spaces: sorted, each once; or the first that is none. */
export function readDays(text: string): { ok: true; days: string[] } | { ok: false; text: string } {
  const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== '');
  const wrong = parts.find((part) => !isDate(part));
  return wrong === undefined ? { ok: true, days: [...new Set(parts)].toSorted() } : { ok: false, text: wrong };
}
