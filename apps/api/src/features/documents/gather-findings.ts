import type { Finding as ShownFinding } from '@danku/contract/document-shapes.ts';
import { isBlindTo } from '@danku/domain/access/blind.ts';
import type { Duty } from '@danku/domain/access/segregation.ts';
import { businessKeyOf } from '@danku/domain/documents/business-key.ts';
import { columnsOf, definitionOf } from '@danku/domain/documents/content.ts';
import { checkContent, directionOf } from '@danku/domain/documents/findings.ts';
import { nearDuplicateScore, nearDuplicateThreshold } from '@danku/domain/documents/near-duplicate.ts';
import type { Kind } from '@danku/domain/documents/kinds.ts';
import type { ReviewPolicy, Stage } from '@danku/domain/documents/flow.ts';
import { dateIn } from '@danku/domain/time/zone.ts';

import { createBinder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { visibleWhere } from '../../db/visible.ts';
import { amount } from './document-row.ts';
import type { DocumentRecord } from './find-document.ts';
import type { TypeRecord } from './find-type.ts';

/** Everything the checks say of a draft, with what submitting needs to know. */
export interface Checked {
  findings: ShownFinding[];
  businessKey: string | null;
  nearDuplicateScore: number;
  direction: 'sale' | 'purchase' | 'unknown-seller';
}

type Known = { customerName: string | null; customerTaxId: string | null };

export async function gatherFindings(context: Context, document: DocumentRecord, type: TypeRecord): Promise<Checked> {
  const { tx, actor, now } = context;
  const { rows } = await tx.sql.query<Known>(
    'SELECT c.name AS "customerName", c.tax_id AS "customerTaxId" FROM app.customers c WHERE c.id = $1',
    [document.customerId],
  );
  const { ownTaxIds } = document;
  const customerName = rows[0]?.customerName ?? null;
  const customer = customerName === null ? null : { name: customerName, taxId: rows[0]?.customerTaxId ?? null };
  const facts = { today: dateIn(now, actor.timeZone), tenantCurrency: actor.currency, ownTaxIds, customer };
  const plain = checkContent(definitionOf(document.kind, type.extraFields), document, facts);
  const businessKey = keyOf(document, actor.currency);
  const twins = await findTwins(context, document, businessKey);
  return {
    findings: [...plain.map((finding) => ({ ...finding, twin: null })), ...twins.findings],
    businessKey,
    nearDuplicateScore: twins.nearest,
    direction: directionOf(document, ownTaxIds),
  };
}

/** INV and CN by code and number, others by issuer and number, statements by customer and period (decisions.md). */
function keyOf({ kind, fields, customerId }: DocumentRecord, currency: string): string | null {
  const { number, partyTaxId, partyName } = columnsOf(kind, fields, currency);
  return businessKeyOf({
    kind,
    number,
    fapiaoCode: fields['invoiceCode'] ?? null,
    issuer: fields['sellerTaxId'] ?? fields['sellerName'] ?? null,
    customer: customerId ?? partyTaxId ?? partyName,
    period: fields['periodStart'] === undefined ? null : `${fields['periodStart']}/${fields['periodEnd'] ?? ''}`,
  });
}

type Twin = {
  id: string;
  kind: Kind;
  number: string | null;
  partyName: string | null;
  issueDate: string | null;
  currency: string;
  grossMinor: bigint | null;
  stage: Stage;
  isSame: boolean;
  isVisible: boolean;
  policy: ReviewPolicy;
  heldDuty: Duty | null;
};

/**
 * The same paper entered twice blocks; one that is nearly the same warns. A document and all that it amends, step by step, are no twins. The
 * twin itself is shown to whoever may see it and is not to review it blind.
 */
async function findTwins(
  { tx, actor }: Context,
  document: DocumentRecord,
  businessKey: string | null,
): Promise<{ findings: ShownFinding[]; nearest: number }> {
  const given = [document.id, businessKey, document.kind, document.grossMinor, document.amends?.id ?? null, actor.memberId];
  const binder = createBinder(given);
  const { rows } = await tx.sql.query<Twin>(
    `WITH RECURSIVE amended AS (
       SELECT id, amends_id FROM app.documents WHERE id = $5
       UNION SELECT p.id, p.amends_id FROM app.documents p JOIN amended a ON p.id = a.amends_id)
     SELECT d.id, d.kind, d.number, d.party_name AS "partyName", d.issue_date AS "issueDate", d.currency, d.gross_minor AS "grossMinor", d.stage,
       coalesce(d.business_key = $2, false) AS "isSame", ${visibleWhere(actor, binder)} AS "isVisible", d.review_policy AS policy,
       (SELECT p.duty FROM app.participations p WHERE p.document_id = d.id AND p.person_id = $6) AS "heldDuty"
     FROM app.documents d
     WHERE d.id <> $1 AND d.stage <> 'void' AND ($2::text IS NOT NULL AND d.business_key = $2
       OR d.kind = $3 AND d.gross_minor = $4::bigint AND d.business_key IS NOT NULL)
       AND d.id NOT IN (SELECT id FROM amended) AND d.amends_id IS DISTINCT FROM $1
     ORDER BY coalesce(d.business_key = $2, false) DESC, d.created_at DESC LIMIT 50`,
    binder.values,
  );
  const shownTo = (twin: Twin) => (twin.isVisible && !isBlindTo(actor, twin) ? shown(twin) : null);
  const mine = {
    kind: document.kind,
    gross: document.grossMinor,
    party: document.partyName,
    date: document.issueDate,
    number: document.number,
  };
  const scored = rows.map((twin) => ({
    twin,
    score: nearDuplicateScore(mine, {
      kind: twin.kind,
      gross: twin.grossMinor,
      party: twin.partyName,
      date: twin.issueDate,
      number: twin.number,
    }),
  }));
  const findings = scored.flatMap(({ twin, score }): ShownFinding[] => {
    if (twin.isSame) {
      return [{ code: 'duplicate', severity: 'error', path: '/fields/number', twin: shownTo(twin) }];
    }
    return score >= nearDuplicateThreshold
      ? [{ code: 'near-duplicate', severity: 'warning', path: null, params: { score: score.toFixed(2) }, twin: shownTo(twin) }]
      : [];
  });
  return { findings, nearest: Math.max(0, ...scored.filter(({ twin }) => !twin.isSame).map(({ score }) => score)) };
}

function shown({ id, kind, number, partyName, grossMinor, currency, stage }: Twin): ShownFinding['twin'] {
  return { id, kind, number, partyName, grossTotal: amount(grossMinor, currency), stage };
}
