import type { Context } from '../../db/context.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import type { DocumentTypeRow } from './present-document-type.ts';
import type { TypeBody } from './require-valid-type.ts';

/** What people may change of a document type, for the log. */
export const typeKeys = [
  'name',
  'prefix',
  'extraFields',
  'numberingPattern',
  'numberingReset',
  'reviewRules',
  'slaMinutes',
  'retentionClass',
  'requiredChecks',
  'isActive',
] as const;

export const typeColumns =
  'name, prefix, extra_fields, numbering_pattern, numbering_reset, review_rules, sla_minutes, retention_class, required_checks, is_active';

/** The values of `typeColumns`, in their order. */
export function typeValues(body: TypeBody): unknown[] {
  return [
    body.name,
    body.prefix,
    JSON.stringify(body.extraFields),
    body.numberingPattern,
    body.numberingReset,
    JSON.stringify(body.reviewRules),
    JSON.stringify(body.slaMinutes),
    body.retentionClass,
    body.requiredChecks,
    body.isActive,
  ];
}

/** Throws already-exists at the field; a race is decided by the unique index. */
export async function requireFreePrefix(
  { tx }: Pick<Context, 'tx'>,
  prefix: string,
  exceptId: string | null = null,
): Promise<void> {
  const { rowCount } = await tx.sql.query('SELECT FROM app.document_types WHERE prefix = $1 AND id IS DISTINCT FROM $2', [
    prefix,
    exceptId,
  ]);
  if (rowCount !== 0) {
    throw new Problem('already-exists', { errors: [{ path: '/prefix', code: 'duplicate' }] });
  }
}

/**
 * Once numbers have been given, another prefix would leave a series without an owner, and another restart would give
 * numbers a second time. Throws invalid.
 */
export async function requireSameSeries({ tx }: Pick<Context, 'tx'>, type: DocumentTypeRow, body: TypeBody): Promise<void> {
  if (type.prefix === body.prefix && type.numberingReset === body.numberingReset) {
    return;
  }
  const { rowCount } = await tx.sql.query('SELECT FROM app.number_register WHERE series = $1 LIMIT 1', [type.prefix]);
  if (rowCount !== 0) {
    throw fieldProblem(type.prefix === body.prefix ? '/numberingReset' : '/prefix', 'in-use');
  }
}
