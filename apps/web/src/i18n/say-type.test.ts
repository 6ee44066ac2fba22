import { en } from '@danku/words/en.ts';
import { translator } from '@danku/words/translate.ts';
import { expect, it } from 'vitest';
import { sayType } from './say-type.ts';

it('says the types every organisation begins with in the language of the reader, and others as they were named', () => {
  const t = translator('en', en);
  expect(sayType(t, { kind: 'SO', typeName: '销售订单' })).toBe('Sales order');
  expect(sayType(t, { kind: 'SO', typeName: 'Sales order' })).toBe('Sales order');
  expect(sayType(t, { kind: 'SO', typeName: '出口订单' })).toBe('出口订单');
});
