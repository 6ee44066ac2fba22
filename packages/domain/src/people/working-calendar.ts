import { addDays, dateIn, instantAt, weekdayOf } from '../time/zone.ts';

/** When people work. Hours are `HH:MM` in the time zone, in order; `24:00` ends a day. Days are YYYY-MM-DD. */
export type WorkingCalendar = {
  timeZone: string;
  /** 1 Monday … 7 Sunday. */
  weekdays: readonly number[];
  hours: readonly { from: string; to: string }[];
  holidays: readonly string[];
  /** 调休: days worked although their weekday is free. They win over holidays. */
  makeUpDays: readonly string[];
};

/** What a new organisation starts with, until it sets its own: Monday to Friday, 9 to 12 and 13 to 18. */
export const usualWorkingHours: Omit<WorkingCalendar, 'timeZone'> = {
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '18:00' },
  ],
  holidays: [],
  makeUpDays: [],
};

/** A stretch in which the clock stands still; `to` null while it lasts. */
export type Pause = { from: Date; to: Date | null };

type Span = { from: number; to: number };

/** How many days the clock looks ahead before it gives up: a calendar may have no working day at all. */
const horizonDays = 3660;

export function isWorkingDay(date: string, calendar: WorkingCalendar): boolean {
  if (calendar.makeUpDays.includes(date)) {
    return true;
  }
  return calendar.weekdays.includes(weekdayOf(date)) && !calendar.holidays.includes(date);
}

/** Is somebody at work at this instant? */
export function isWorkingTime(instant: Date, calendar: WorkingCalendar): boolean {
  const time = instant.getTime();
  return spansOf(dateIn(instant, calendar.timeZone), calendar).some((span) => span.from <= time && time < span.to);
}

/**
 * When this many working minutes after the start have passed, pauses left out. Null while a pause lasts that began
 * before the end, and when the calendar has no working time left within ten years.
 */
export function dueAt(start: Date, minutes: number, calendar: WorkingCalendar, pauses: readonly Pause[] = []): Date | null {
  let left = minutes * 60_000;
  if (left <= 0) {
    return start;
  }
  const first = dateIn(start, calendar.timeZone);
  const last = [addDays(first, horizonDays), ...lastingSince(pauses, calendar)].reduce((one, other) =>
    one < other ? one : other,
  );
  for (let date = first; date <= last; date = addDays(date, 1)) {
    for (const span of runningSpans(date, start.getTime(), Number.POSITIVE_INFINITY, calendar, pauses)) {
      if (left <= span.to - span.from) {
        return new Date(span.from + left);
      }
      left -= span.to - span.from;
    }
  }
  return null;
}

/** Working minutes between two instants, pauses left out; a pause that still lasts counts until the end. 0 when reversed. */
export function workingMinutesBetween(from: Date, to: Date, calendar: WorkingCalendar, pauses: readonly Pause[] = []): number {
  const last = dateIn(to, calendar.timeZone);
  let total = 0;
  for (let date = dateIn(from, calendar.timeZone); date <= last; date = addDays(date, 1)) {
    for (const span of runningSpans(date, from.getTime(), to.getTime(), calendar, pauses)) {
      total += span.to - span.from;
    }
  }
  return total / 60_000;
}

/** The days on which the pauses that still last began: nothing can be due after them. */
function lastingSince(pauses: readonly Pause[], calendar: WorkingCalendar): string[] {
  return pauses.filter((pause) => pause.to === null).map((pause) => dateIn(pause.from, calendar.timeZone));
}

function spansOf(date: string, calendar: WorkingCalendar): Span[] {
  if (!isWorkingDay(date, calendar)) {
    return [];
  }
  return calendar.hours.map(({ from, to }) => ({
    from: instantAt(date, minutesOf(from), calendar.timeZone).getTime(),
    to: instantAt(date, minutesOf(to), calendar.timeZone).getTime(),
  }));
}

/** The working spans of a day within [from, to), with the pauses cut out. */
function runningSpans(date: string, from: number, to: number, calendar: WorkingCalendar, pauses: readonly Pause[]): Span[] {
  const within = spansOf(date, calendar).map((span) => ({
    from: Math.max(span.from, from),
    to: Math.min(span.to, to),
  }));
  return pauses.reduce((spans, pause) => spans.flatMap((span) => cut(span, pause)), within).filter((span) => span.from < span.to);
}

function cut(span: Span, pause: Pause): Span[] {
  const [from, to] = [pause.from.getTime(), pause.to?.getTime() ?? Number.POSITIVE_INFINITY];
  return [
    { from: span.from, to: Math.min(span.to, from) },
    { from: Math.max(span.from, to), to: span.to },
  ].filter((rest) => rest.from < rest.to);
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
