import type { DocumentType } from '@danku/contract/settings.ts';

import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';

/** A row has what a reply has; the jsonb columns were checked when they were written. */
export type DocumentTypeRow = DocumentType;

export const selectDocumentTypes = `
  SELECT t.id, t.kind, t.name, t.prefix, t.extra_fields AS "extraFields", t.numbering_pattern AS "numberingPattern",
    t.numbering_reset AS "numberingReset", t.review_rules AS "reviewRules", t.sla_minutes AS "slaMinutes",
    t.retention_class AS "retentionClass", t.required_checks AS "requiredChecks", t.is_active AS "isActive", t.version
  FROM app.document_types t`;

/** Throws not-found. `locked`: nobody else changes it before this transaction ends. */
export async function findDocumentType(
  { tx }: Pick<Context, 'tx'>,
  id: string,
  { locked = false } = {},
): Promise<DocumentTypeRow> {
  const { rows } = await tx.sql.query<DocumentTypeRow>(`${selectDocumentTypes} WHERE t.id = $1 ${locked ? 'FOR UPDATE' : ''}`, [
    id,
  ]);
  const [type] = rows;
  if (type === undefined) {
    throw new Problem('not-found');
  }
  return type;
}

export function presentDocumentType(row: DocumentTypeRow): DocumentType {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    prefix: row.prefix,
    extraFields: row.extraFields,
    numberingPattern: row.numberingPattern,
    numberingReset: row.numberingReset,
    reviewRules: row.reviewRules,
    slaMinutes: row.slaMinutes,
    retentionClass: row.retentionClass,
    requiredChecks: row.requiredChecks,
    isActive: row.isActive,
    version: row.version,
  };
}
