import { expect, it } from 'vitest';
import { businessKeyOf } from './business-key.ts';

it.each([
  [{ kind: 'INV', fapiaoCode: '011001605111', number: '80100798' }, 'FAPIAO|011001605111|80100798'],
  [{ kind: 'INV', fapiaoCode: null, number: ' 1000 0000000000000001' }, 'FAPIAO||10000000000000000001'],
  [{ kind: 'CN', fapiaoCode: '', number: '10000000000000000002' }, 'FAPIAO||10000000000000000002'],
  [{ kind: 'INV', number: null }, null],
  [{ kind: 'SO', issuer: 'p1', number: 'ｓｏ-1' }, 'SO|p1|SO-1'],
  [{ kind: 'SO', issuer: null, number: 'SO-1' }, null],
  [{ kind: 'SO', issuer: 'p1', number: '  ' }, null],
  [{ kind: 'ST', customer: 'c1', period: '2026-01', number: null }, 'ST|c1|2026-01'],
  [{ kind: 'ST', customer: 'c1', period: null, number: '7' }, null],
])('%o', (facts, key) => {
  expect(businessKeyOf(facts)).toBe(key);
});
