import { expect, it } from 'vitest';
import { toChineseDate } from './chinese-date.ts';

it.each([
  ['2026-01-15', '贰零贰陆年零壹月壹拾伍日'],
  ['2026-10-20', '贰零贰陆年零壹拾月零贰拾日'],
  ['2026-02-09', '贰零贰陆年零贰月零玖日'],
  ['2026-11-30', '贰零贰陆年壹拾壹月零叁拾日'],
  ['2026-03-31', '贰零贰陆年叁月叁拾壹日'],
])('%s', (date, words) => {
  expect(toChineseDate(date)).toBe(words);
});
