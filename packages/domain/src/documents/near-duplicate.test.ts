import { describe, expect, it } from 'vitest';
import { bigramDice, isNearDuplicate, nearDuplicateScore } from './near-duplicate.ts';

describe('bigramDice', () => {
  it.each([
    ['北京华信科技有限公司', '北京华信科技股份有限公司', 0.8],
    ['北京华信', '北京华信', 1],
    ['ＡＢＣ 公司', 'abc公司', 1],
    ['上海', '北京', 0],
    ['甲', '甲', 1],
    ['甲', '乙', 0],
    ['', '', 0],
    ['aaa', 'aa', 2 / 3],
  ])('%s and %s', (one, other, dice) => {
    expect(bigramDice(one, other)).toBeCloseTo(dice, 10);
    expect(bigramDice(other, one)).toBeCloseTo(dice, 10);
  });
});

const paper = {
  kind: 'INV',
  gross: 11300n,
  party: '北京华信科技有限公司',
  date: '2026-01-05',
  number: '10000000000000000001',
};

describe('nearDuplicateScore', () => {
  it.each([
    [{}, 1],
    [{ party: '北京华信科技股份有限公司' }, 0.94],
    [{ date: '2026-01-20' }, 0.9],
    [{ date: '2026-01-21' }, 0.8933],
    [{ date: '2025-12-21' }, 0.9],
    [{ date: '2026-03-05' }, 0.8],
    [{ gross: 11301n }, 0.55],
    [{ gross: null }, 0.55],
    [{ number: null }, 0.95],
    [{ party: null, date: null, number: null }, 0.45],
    [{ kind: 'CN' }, 0],
  ])('with %o', (change, score) => {
    expect(nearDuplicateScore(paper, { ...paper, ...change })).toBe(score);
    expect(isNearDuplicate(paper, { ...paper, ...change })).toBe(score >= 0.9);
  });

  it('takes nothing for equal when both are missing', () => {
    const blank = { kind: 'INV', gross: null, party: null, date: null, number: null };
    expect(nearDuplicateScore(blank, blank)).toBe(0);
  });
});
