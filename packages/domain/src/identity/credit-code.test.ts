import { describe, expect, it } from 'vitest';
import {
  checkCreditCode,
  creditCheckCharacter,
  makeCreditCode,
  normaliseCreditCode,
  organisationCheckCharacter,
  repairCreditCode,
} from './credit-code.ts';

const valid = [
  ['91350100M000100Y43', '3'],
  ['91350200MA2YJ1XR9G', 'G'],
  ['91350200776049653A', 'A'],
  ['91440101MA5CJQ4N59', '9'],
  ['913100001234567883', '3'],
] as const;

describe('checkCreditCode', () => {
  it.each(valid)('accepts %s', (code, check) => {
    expect(creditCheckCharacter(code)).toBe(check);
    expect(organisationCheckCharacter(code.slice(8, 16))).toBe(code.charAt(16));
    expect(checkCreditCode(code)).toEqual({ ok: true, code });
  });

  it('refuses 91350203M0001QAY9B, which one repository takes for an exception', () => {
    expect(creditCheckCharacter('91350203M0001QAY9B')).toBe('9');
    expect(checkCreditCode('91350203M0001QAY9B')).toEqual({ ok: false, reason: 'check-digit' });
  });

  it('normalises what people paste', () => {
    expect(normaliseCreditCode(' ９１３５０１００ m000100y43 ')).toBe('91350100M000100Y43');
    expect(checkCreditCode('91350100-M000100Y4-3').ok).toBe(true);
  });

  it.each([
    ['', 'length'],
    ['9135010M000100Y43', 'length'],
    ['91350100M000100Y433', 'length'],
    ['9135010OM000100Y43', 'alphabet'],
    ['91350100M000100YI3', 'alphabet'],
    ['91350100M000100Y44', 'check-digit'],
    ['91350100M000100Y34', 'check-digit'],
  ])('refuses %j for its %s', (code, reason) => {
    expect(checkCreditCode(code)).toEqual({ ok: false, reason });
  });

  it('refuses a wrong organisation check under a right check character', () => {
    const body = '91310000123456787';
    expect(checkCreditCode(body + creditCheckCharacter(body))).toEqual({ ok: false, reason: 'organisation-check' });
  });
});

describe('repairCreditCode', () => {
  it.each([
    ['9135O100M000100Y43', '91350100M000100Y43'],
    ['91350100MOO0100Y43', null],
    ['91350100M00010DY43', '91350100M000100Y43'],
    ['9I350200776049653A', '91350200776049653A'],
    ['913S0200776049653A', '91350200776049653A'],
    ['9135Z200776049653A', null],
    ['91350200MAZYJ1XR9G', '91350200MA2YJ1XR9G'],
    ['91350100M000100Y43', null],
    ['123', null],
  ])('%s → %s', (text, repaired) => {
    expect(repairCreditCode(text)).toBe(repaired);
  });

  it('never proposes what is not valid', () => {
    for (const [code] of valid) {
      for (let index = 0; index < code.length; index += 1) {
        const repaired = repairCreditCode(`${code.slice(0, index)}B${code.slice(index + 1)}`);
        expect(repaired === null || checkCreditCode(repaired).ok).toBe(true);
      }
    }
  });
});

describe('makeCreditCode', () => {
  it('makes the synthetic code of the demo', () => {
    expect(makeCreditCode('310000', '12345678')).toBe('913100001234567883');
  });

  it('makes valid codes only', () => {
    for (let number = 10_000_000; number < 10_000_400; number += 1) {
      expect(checkCreditCode(makeCreditCode('110105', String(number))).ok).toBe(true);
    }
    expect(() => makeCreditCode('31000', '12345678')).toThrow(RangeError);
    expect(() => makeCreditCode('310000', 'OOOOOOOO')).toThrow(RangeError);
  });
});
