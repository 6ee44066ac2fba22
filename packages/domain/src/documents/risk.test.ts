import { describe, expect, it } from 'vitest';
import { policyOf, type RiskFacts, riskTerms, scoreRisk } from './risk.ts';

const harmless: RiskFacts = {
  gross: 100_00n,
  customerAgeDays: 400,
  isRecognisedAmountOverridden: false,
  isCreditCodeInvalid: false,
  isClerkErrorRateAboveLimit: false,
  backdatedDays: 0,
  isRedInvoice: false,
  nearDuplicateScore: 0,
  hasMatchException: false,
  isEnteredOffHours: false,
};

describe('scoreRisk', () => {
  const risky = { ...harmless, gross: 128_000_00n, customerAgeDays: 10, isRecognisedAmountOverridden: true };
  it.each([
    [risky, 55, 'dual-blind'],
    [{ ...risky, isRedInvoice: true }, 75, 'dual-blind'],
    [{ ...risky, isRedInvoice: true, backdatedDays: 8 }, 85, 'dual-blind-and-manager'],
    [harmless, 0, 'as-configured'],
  ])('%o', (facts, score, policy) => {
    expect(scoreRisk(facts).score).toBe(score);
    expect(policyOf(score)).toBe(policy);
  });

  it('names the terms', () => {
    expect(scoreRisk(risky).terms).toEqual([
      { code: 'large-amount', points: 30 },
      { code: 'new-customer', points: 15 },
      { code: 'amount-overridden', points: 10 },
    ]);
  });

  it.each([
    [{ gross: 100_000_00n }, 'large-amount', 30],
    [{ gross: -100_000_00n }, 'large-amount', 30],
    [{ customerAgeDays: 89 }, 'new-customer', 15],
    [{ isRecognisedAmountOverridden: true }, 'amount-overridden', 10],
    [{ isCreditCodeInvalid: true }, 'credit-code-invalid', 25],
    [{ isClerkErrorRateAboveLimit: true }, 'clerk-error-rate', 20],
    [{ backdatedDays: 8 }, 'backdated', 10],
    [{ isRedInvoice: true }, 'red-invoice', 20],
    [{ nearDuplicateScore: 0.9 }, 'near-duplicate', 40],
    [{ hasMatchException: true }, 'match-exception', 25],
    [{ isEnteredOffHours: true }, 'off-hours', 5],
  ])('%o fires %s alone', (change, code, points) => {
    expect(scoreRisk({ ...harmless, ...change })).toEqual({ score: points, terms: [{ code, points }] });
  });

  it.each([
    { gross: 99_999_99n },
    { gross: null },
    { customerAgeDays: 90 },
    { customerAgeDays: null },
    { backdatedDays: 7 },
    { nearDuplicateScore: 0.8999 },
  ])('%o fires nothing', (change) => {
    expect(scoreRisk({ ...harmless, ...change }).terms).toEqual([]);
  });

  it('has ten terms worth 200 points', () => {
    expect(riskTerms).toHaveLength(10);
    expect(riskTerms.reduce((sum, term) => sum + term.points, 0)).toBe(200);
  });
});

it.each([
  [0, 'as-configured'],
  [49, 'as-configured'],
  [50, 'dual-blind'],
  [79, 'dual-blind'],
  [80, 'dual-blind-and-manager'],
])('%s points ask for %s', (score, policy) => {
  expect(policyOf(score)).toBe(policy);
});
