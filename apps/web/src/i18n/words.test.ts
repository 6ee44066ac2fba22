import { problems } from '@danku/contract/problem.ts';
import { en } from '@danku/words/en.ts';
import { translator } from '@danku/words/translate.ts';
import { zhCn } from '@danku/words/zh-cn.ts';
import { describe, expect, it } from 'vitest';
import { formatDecimal, formatDuration, formatMoney } from './format.ts';

describe('the words of problems', () => {
  it.each([translator('en', en), translator('zh-CN', zhCn)])('are complete', (t) => {
    const codes = [...Object.keys(problems), 'offline', 'unreadable'];
    expect(codes.filter((code) => !t.has(`problem.${code}`))).toEqual([]);
  });
});

describe('formats', () => {
  it('keep amounts exact and negatives with a true minus', () => {
    expect(formatMoney('12345678901234567.89', 'zh-CN')).toBe('12,345,678,901,234,567.89');
    expect(formatMoney('-113', 'zh-CN', 'CNY')).toBe('−¥113.00');
    expect(formatDecimal('n/a', 'en')).toBe('n/a');
  });

  it('say a length of time in two parts', () => {
    expect(formatDuration(100 * 60_000, 'en')).toBe('1 hr 40 min');
  });
});
