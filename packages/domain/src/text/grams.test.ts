import { expect, it } from 'vitest';
import { gramsOf, normaliseText } from './grams.ts';

it('makes width, case, spaces and separators not matter', () => {
  expect(normaliseText('ＳＯ-２０２６ 华信')).toBe('so-2026华信');
  expect(normaliseText('¥1,234,567.50')).toBe('1234567.50');
  expect(normaliseText('a,b')).toBe('a,b');
});

it('cuts text into bigrams, each once', () => {
  expect(gramsOf('送货单')).toEqual(['送货', '货单']);
  expect(gramsOf('aaaa')).toEqual(['aa']);
  expect(gramsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
  expect(gramsOf('单')).toEqual(['单']);
  expect(gramsOf('')).toEqual([]);
});
