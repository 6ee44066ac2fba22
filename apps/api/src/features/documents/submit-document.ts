import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';
import type { ReviewPlan, Stage } from '@danku/domain/documents/flow.ts';
import { stageAfterSubmit } from '@danku/domain/documents/flow.ts';
import type { RiskScore } from '@danku/domain/documents/risk.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { Problem } from '../../problem.ts';
import { contentHash } from './content-hash.ts';
import { findDocument, type DocumentRecord } from './find-document.ts';
import { findType, type TypeRecord } from './find-type.ts';
import { gatherFindings, type Checked } from './gather-findings.ts';
import { giveRegistryNumber } from './give-registry-number.ts';
import { presentDocument } from './present-document.ts';
import { requireChanged, requireCurrent } from './require-current.ts';
import { planOf, riskOf } from './review-plan.ts';
import { takeDuty } from './take-duty.ts';
import { dueIn, enqueue } from './work-items.ts';

/** Hands a draft to review: checked, scored, and kept as a version that never changes. */
export async function submitDocument(
  context: Context,
  { params, body }: Input<typeof contract.documents.submitDocument>,
): Promise<Document> {
  await requireCurrent(context, 'submit', params.id, body.version);
  const document = await findDocument(context, params.id);
  const type = await findType(context, document.typeId);
  const checked = await gatherFindings(context, document, type);
  const reasons = requireValid(checked, body.reasons);
  const risk = await riskOf(context, document, type, checked.nearDuplicateScore);
  const plan = planOf(document, type, risk.score);
  const to = stageAfterSubmit(plan);

  await takeDuty(context, document.id, 'entry');
  await moveToReview(context, document, { type, checked, reasons, risk, plan, to, version: body.version });
  await record(context, {
    type: 'document.submitted',
    subjectId: document.id,
    payload: {
      from: 'entry',
      to,
      version: document.contentVersion + 1,
      riskScore: risk.score,
      policy: plan.policy,
      managerLast: plan.managerLast,
      warnings: Object.keys(reasons),
      sopVersionId: null,
    },
  });
  if (to === 'approved') {
    await giveRegistryNumber(context, document, type);
  }
  return presentDocument(context, document.id);
}

/** Errors stop, each told at its place; a twin is shown; every warning needs its reason. Returns the reasons that were needed. */
function requireValid({ findings, direction }: Checked, given: Record<string, string>): Record<string, string> {
  const twin = findings.find(({ code }) => code === 'duplicate');
  if (twin !== undefined) {
    throw new Problem('duplicate-document', {
      errors: [{ path: twin.path ?? '', code: twin.code, params: { twin: twin.twin } }],
      current: twin.twin,
    });
  }
  if (direction === 'purchase' && findings.some(({ code }) => code === 'is-purchase')) {
    throw new Problem('invalid-document', { errors: [{ path: '/fields/buyerTaxId', code: 'is-purchase' }] });
  }
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new Problem('invalid-document', {
      errors: errors.map(({ path, code, params }) => ({ path: path ?? '', code, params })),
    });
  }
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const unexplained = warnings.filter(({ code }) => (given[code] ?? '').trim() === '');
  if (unexplained.length > 0) {
    throw new Problem('reason-required', {
      errors: unexplained.map(({ path, code, params, twin: other }) => ({
        path: path ?? '',
        code,
        params: { ...params, twin: other },
      })),
    });
  }
  return Object.fromEntries(warnings.map(({ code }) => [code, given[code] ?? '']));
}

interface Submission {
  type: TypeRecord;
  checked: Checked;
  reasons: Record<string, string>;
  risk: RiskScore;
  plan: ReviewPlan;
  to: Stage;
  version: number;
}

async function moveToReview(context: Context, document: DocumentRecord, submission: Submission): Promise<void> {
  const { tx, actor, now } = context;
  const { type, checked, reasons, risk, plan, to, version } = submission;
  const due = dueIn(to, type, now);
  const { rowCount } = await tx.sql.query(
    `UPDATE app.documents SET stage = $3, version = version + 1, content_version = content_version + 1, business_key = $4, risk_score = $5,
       risk_terms = $6, review_policy = $7, manager_last = $8, warning_reasons = $9, due_at = $10, assignee_id = NULL, submitted_by = $11,
       submitted_at = $12, updated_at = $12, returned_at = NULL, approved_at = CASE WHEN $3 = 'approved' THEN $12::timestamptz END
     WHERE id = $1 AND version = $2 AND stage = 'entry'`,
    [
      document.id,
      version,
      to,
      checked.businessKey,
      risk.score,
      JSON.stringify(risk.terms),
      plan.policy,
      plan.managerLast,
      JSON.stringify(reasons),
      due,
      actor.memberId,
      now,
    ],
  );
  await requireChanged(context, document.id, rowCount);
  const content = { fields: document.fields, lines: document.lines };
  await tx.sql.query(
    `INSERT INTO app.document_versions (document_id, number, content, content_hash, files, submitted_by, submitted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      document.id,
      document.contentVersion + 1,
      JSON.stringify(content),
      contentHash(content),
      JSON.stringify(document.files.map(({ fileId }) => fileId)),
      actor.memberId,
      now,
    ],
  );
  await enqueue(context, {
    documentId: document.id,
    stage: to,
    due,
    risk: risk.score,
    slots: to === 'review' && plan.policy === 'dual-blind' ? 2 : 1,
  });
}
