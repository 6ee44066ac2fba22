import { nearDuplicateThreshold } from './near-duplicate.ts';

/** What the risk score looks at. `gross` in minor units of a currency with two digits, like the threshold. */
export type RiskFacts = {
  gross: bigint | null;
  /** Days since the customer's first document; null when there is no customer yet. */
  customerAgeDays: number | null;
  isRecognisedAmountOverridden: boolean;
  isCreditCodeInvalid: boolean;
  isClerkErrorRateAboveLimit: boolean;
  /** Days by which the paper's date lies before its entry. */
  backdatedDays: number;
  isRedInvoice: boolean;
  nearDuplicateScore: number;
  hasMatchException: boolean;
  isEnteredOffHours: boolean;
};

type RiskTermRow = { code: string; points: number; fires: (facts: RiskFacts) => boolean };

/** The ten terms of the score. A red invoice's amount counts by its size. */
export const riskTerms = [
  {
    code: 'large-amount',
    points: 30,
    fires: ({ gross }) => gross !== null && (gross >= 10_000_000n || gross <= -10_000_000n),
  },
  {
    code: 'new-customer',
    points: 15,
    fires: ({ customerAgeDays }) => customerAgeDays !== null && customerAgeDays < 90,
  },
  { code: 'amount-overridden', points: 10, fires: (facts) => facts.isRecognisedAmountOverridden },
  { code: 'credit-code-invalid', points: 25, fires: (facts) => facts.isCreditCodeInvalid },
  { code: 'clerk-error-rate', points: 20, fires: (facts) => facts.isClerkErrorRateAboveLimit },
  { code: 'backdated', points: 10, fires: (facts) => facts.backdatedDays > 7 },
  { code: 'red-invoice', points: 20, fires: (facts) => facts.isRedInvoice },
  { code: 'near-duplicate', points: 40, fires: (facts) => facts.nearDuplicateScore >= nearDuplicateThreshold },
  { code: 'match-exception', points: 25, fires: (facts) => facts.hasMatchException },
  { code: 'off-hours', points: 5, fires: (facts) => facts.isEnteredOffHours },
] as const satisfies readonly RiskTermRow[];

export type RiskTermCode = (typeof riskTerms)[number]['code'];
export type RiskTerm = { code: RiskTermCode; points: number };
export type RiskScore = { score: number; terms: RiskTerm[] };

/** The sum of the points of every term that fires, and which these are. */
export function scoreRisk(facts: RiskFacts): RiskScore {
  const terms = riskTerms.filter((term) => term.fires(facts)).map(({ code, points }) => ({ code, points }));
  return { score: terms.reduce((sum, term) => sum + term.points, 0), terms };
}

export type RiskPolicy = 'as-configured' | 'dual-blind' | 'dual-blind-and-manager';

/** From 50 points two reviewers who see nothing of each other, from 80 a manager after them; below, what the kind says. */
export function policyOf(score: number): RiskPolicy {
  if (score >= 80) {
    return 'dual-blind-and-manager';
  }
  return score >= 50 ? 'dual-blind' : 'as-configured';
}
