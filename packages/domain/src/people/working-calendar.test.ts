import { describe, expect, it } from 'vitest';
import { instantAt } from '../time/zone.ts';
import { dueAt, isWorkingDay, isWorkingTime, type WorkingCalendar, workingMinutesBetween } from './working-calendar.ts';

const plain: WorkingCalendar = {
  timeZone: 'Asia/Shanghai',
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '18:00' },
  ],
  holidays: ['2026-01-01'],
  makeUpDays: [],
};
const newYear = { ...plain, holidays: ['2026-01-01', '2026-01-02', '2026-01-03'], makeUpDays: ['2026-01-04'] };

/** Wall clock in Shanghai, `2026-01-05 14:00`. */
function at(text: string, timeZone = 'Asia/Shanghai'): Date {
  const [date = '', time = ''] = text.split(' ');
  const [hours, minutes] = time.split(':');
  return instantAt(date, Number(hours) * 60 + Number(minutes), timeZone);
}
const start = at('2025-12-31 16:30');
const pause = { from: at('2026-01-04 10:00'), to: at('2026-01-05 14:00') };

describe('dueAt', () => {
  it('(a) steps over a holiday', () => {
    expect(dueAt(start, 240, plain)).toEqual(at('2026-01-02 11:30'));
  });

  it('(b) works on a make-up Sunday', () => {
    expect(dueAt(start, 240, newYear)).toEqual(at('2026-01-04 11:30'));
  });

  it('(c) stands still in a pause', () => {
    expect(dueAt(start, 240, newYear, [pause])).toEqual(at('2026-01-05 15:30'));
  });

  it.each([
    ['2026-01-05 09:00', 180, '2026-01-05 12:00'],
    ['2026-01-05 09:00', 181, '2026-01-05 13:01'],
    ['2026-01-05 12:30', 60, '2026-01-05 14:00'],
    ['2026-01-05 07:00', 480, '2026-01-05 18:00'],
    ['2026-01-09 17:00', 120, '2026-01-12 10:00'],
    ['2026-01-10 03:00', 1, '2026-01-12 09:01'],
    ['2026-01-10 03:00', 0, '2026-01-10 03:00'],
  ])('from %s, %s minutes end at %s', (from, minutes, due) => {
    expect(dueAt(at(from), minutes, plain)).toEqual(at(due));
  });

  it('counts overlapping pauses once, and ignores later ones', () => {
    const twice = [pause, { from: at('2026-01-04 10:30'), to: at('2026-01-05 13:30') }];
    expect(dueAt(start, 240, newYear, twice)).toEqual(at('2026-01-05 15:30'));
    expect(dueAt(start, 240, newYear, [{ from: at('2026-01-05 09:00'), to: null }])).toEqual(at('2026-01-04 11:30'));
  });

  it('has no answer in a pause that lasts, or on a calendar without work', () => {
    expect(dueAt(start, 240, newYear, [{ ...pause, to: null }])).toBeNull();
    expect(dueAt(start, 240, { ...plain, weekdays: [] })).toBeNull();
  });

  it('follows the clock of the zone through its changes', () => {
    const berlin = {
      ...plain,
      timeZone: 'Europe/Berlin',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      hours: [{ from: '00:00', to: '24:00' }],
    };
    expect(dueAt(at('2026-03-29 00:00', 'Europe/Berlin'), 23 * 60, berlin)).toEqual(at('2026-03-30 00:00', 'Europe/Berlin'));
    expect(dueAt(at('2026-10-25 00:00', 'Europe/Berlin'), 25 * 60, berlin)).toEqual(at('2026-10-26 00:00', 'Europe/Berlin'));
  });
});

describe('workingMinutesBetween', () => {
  it('is the inverse of dueAt', () => {
    for (let minutes = 1; minutes < 3000; minutes += 37) {
      const due = dueAt(start, minutes, newYear, [pause]);
      expect(due === null ? -1 : workingMinutesBetween(start, due, newYear, [pause])).toBe(minutes);
    }
  });

  it('counts a pause that lasts until the end, and nothing backwards', () => {
    expect(workingMinutesBetween(start, at('2026-01-05 15:00'), newYear, [{ ...pause, to: null }])).toBe(150);
    expect(workingMinutesBetween(start, at('2025-12-31 16:00'), newYear)).toBe(0);
    expect(workingMinutesBetween(start, at('2025-12-30 16:00'), newYear)).toBe(0);
  });
});

it('knows working days and hours', () => {
  expect(['2026-01-02', '2026-01-04', '2026-01-05', '2026-01-10'].map((day) => isWorkingDay(day, newYear))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const hours = ['2026-01-05 08:59', '2026-01-05 09:00', '2026-01-05 12:00', '2026-01-05 17:59', '2026-01-01 10:00'];
  expect(hours.map((time) => isWorkingTime(at(time), newYear))).toEqual([false, true, false, true, false]);
});
