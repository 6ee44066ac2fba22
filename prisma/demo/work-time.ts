import { addDays, instantAt, wallClock, weekdayOf } from '@danku/domain/time/zone.ts';

import { at } from './random.ts';

const demoTimeZone = 'Asia/Shanghai';
export const minutesPerDay = 480;
const [morning, noon] = [9 * 60, 12 * 60];

/**
 * The demo's history counts in working minutes since its first day, 480 a day: a place in time is one number, what is
 * added to it always falls into working hours, and whatever lies after `now` has not happened yet.
 */
export interface WorkTime {
  /** Working days, YYYY-MM-DD, the last one today or the last before it. */
  days: readonly string[];
  now: number;
  dateOf: (minute: number) => string;
  instantOf: (minute: number) => Date;
  /** The first minute of a day. */
  startOf: (day: number) => number;
}

export function createWorkTime(now: Date, dayCount: number): WorkTime {
  const clock = wallClock(now, demoTimeZone);
  const days: string[] = [];
  for (let date = clock.date; days.length < dayCount; date = addDays(date, -1)) {
    if (weekdayOf(date) <= 5) {
      days.unshift(date);
    }
  }
  const isToday = days.at(-1) === clock.date;
  const worked = isToday ? workedBy(clock.hour * 60 + clock.minute) : minutesPerDay;
  const dateOf = (minute: number) => at(days, Math.max(0, Math.floor(minute / minutesPerDay)));
  return {
    days,
    now: (dayCount - 1) * minutesPerDay + worked - 1,
    dateOf,
    instantOf: (minute) => instantAt(dateOf(minute), clockMinutes(minute), demoTimeZone),
    startOf: (day) => day * minutesPerDay,
  };
}

/** Working minutes that have passed when the clock shows this many minutes after midnight. */
function workedBy(minutes: number): number {
  const beforeNoon = Math.min(Math.max(minutes - morning, 0), 180);
  const afterNoon = Math.min(Math.max(minutes - noon - 60, 0), 300);
  return beforeNoon + afterNoon;
}

function clockMinutes(minute: number): number {
  const within = Math.max(0, minute) % minutesPerDay;
  return within < 180 ? morning + within : noon + 60 + (within - 180);
}
