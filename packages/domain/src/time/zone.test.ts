import { expect, it } from 'vitest';
import { addDays, dateIn, instantAt, isDate, isTimeZone, wallClock, weekdayOf } from './zone.ts';

it('shows the wall clock of a zone', () => {
  const instant = new Date('2025-12-31T16:30:05Z');
  expect(wallClock(instant, 'Asia/Shanghai')).toEqual({
    year: 2026,
    month: 1,
    day: 1,
    hour: 0,
    minute: 30,
    second: 5,
    weekday: 4,
    date: '2026-01-01',
  });
  expect(dateIn(instant, 'America/New_York')).toBe('2025-12-31');
});

it('finds the instant of a wall clock', () => {
  expect(instantAt('2026-01-05', 9 * 60, 'Asia/Shanghai').toISOString()).toBe('2026-01-05T01:00:00.000Z');
  expect(instantAt('2026-07-01', 9 * 60, 'Europe/Berlin').toISOString()).toBe('2026-07-01T07:00:00.000Z');
  expect(instantAt('2026-03-29', 9 * 60, 'Europe/Berlin').toISOString()).toBe('2026-03-29T07:00:00.000Z');
  expect(instantAt('2026-10-25', 1 * 60, 'Europe/Berlin').toISOString()).toBe('2026-10-24T23:00:00.000Z');
  expect(instantAt('2026-01-05', 24 * 60, 'Asia/Kolkata').toISOString()).toBe('2026-01-05T18:30:00.000Z');
});

it('knows days', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(weekdayOf('2026-01-04')).toBe(7);
  expect(weekdayOf('2026-01-05')).toBe(1);
  expect(['2026-02-28', '2026-02-30', '2026-2-3', '2026-13-01', 'x'].map(isDate)).toEqual([true, false, false, false, false]);
});

it('knows zones', () => {
  expect(isTimeZone('Asia/Shanghai')).toBe(true);
  expect(isTimeZone('Asia/Nowhere')).toBe(false);
});
