import type { ReviewPlan } from '@danku/domain/documents/flow.ts';
import { policyOf, scoreRisk, type RiskScore } from '@danku/domain/documents/risk.ts';
import { hasInvalidTaxId } from '@danku/domain/documents/findings.ts';
import { toMinor } from '@danku/domain/money/money.ts';
import { isWorkingTime } from '@danku/domain/people/working-calendar.ts';
import { dateIn } from '@danku/domain/time/zone.ts';

import type { Context } from '../../db/context.ts';
import type { DocumentRecord } from './find-document.ts';
import type { TypeRecord } from './find-type.ts';

/**
 * The risk of a draft as it is submitted now (domain.md 4.14). Three terms are off until the work that feeds them is
 * there: an overridden recognised amount (capture), a clerk's error rate above its limit (control charts), a match
 * exception (matching of linked papers); docs/decisions tells of them.
 */
export async function riskOf(
  context: Context,
  document: DocumentRecord,
  type: TypeRecord,
  nearDuplicateScore: number,
): Promise<RiskScore> {
  const { actor, now } = context;
  const today = Date.parse(dateIn(now, actor.timeZone));
  return scoreRisk({
    gross: document.grossMinor,
    customerAgeDays: await customerAge(context, document.customerId),
    isRecognisedAmountOverridden: false,
    isCreditCodeInvalid: hasInvalidTaxId(document),
    isClerkErrorRateAboveLimit: false,
    backdatedDays: document.issueDate === null ? 0 : Math.floor((today - Date.parse(document.issueDate)) / 86_400_000),
    isRedInvoice: document.kind === 'CN',
    nearDuplicateScore,
    hasMatchException: false,
    isEnteredOffHours: !isWorkingTime(now, type.calendar),
  });
}

/** Days since the customer was first known; null where no customer is named. */
async function customerAge({ tx, now }: Context, customerId: string | null): Promise<number | null> {
  if (customerId === null) {
    return null;
  }
  const { rows } = await tx.sql.query<{ createdAt: Date }>('SELECT created_at AS "createdAt" FROM app.customers WHERE id = $1', [
    customerId,
  ]);
  const since = rows[0]?.createdAt;
  return since === undefined ? null : Math.floor((now.getTime() - since.getTime()) / 86_400_000);
}

/** How this version is to be reviewed: the type's first rule that fits, and from 50 points dual blind whatever the rules say. */
export function planOf(document: Pick<DocumentRecord, 'grossMinor' | 'currency'>, type: TypeRecord, risk: number): ReviewPlan {
  const byRisk = policyOf(risk);
  if (byRisk !== 'as-configured') {
    return { policy: 'dual-blind', managerLast: byRisk === 'dual-blind-and-manager' };
  }
  const gross = document.grossMinor ?? 0n;
  const size = gross < 0n ? -gross : gross;
  const rule = type.reviewRules.find(
    ({ fromGross, fromRisk }) =>
      (fromGross === null || size >= toMinor(fromGross, document.currency)) && (fromRisk === null || risk >= fromRisk),
  );
  return { policy: rule?.policy ?? 'single', managerLast: false };
}
