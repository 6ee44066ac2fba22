import type { DocumentType } from '@danku/contract/settings.ts';

/** A row has what a reply has; the jsonb columns were checked when they were written. */
export type DocumentTypeRow = DocumentType;

export const selectDocumentTypes = `
  SELECT t.id, t.kind, t.name, t.prefix, t.extra_fields AS "extraFields", t.numbering_pattern AS "numberingPattern",
    t.numbering_reset AS "numberingReset", t.review_rules AS "reviewRules", t.sla_minutes AS "slaMinutes",
    t.retention_class AS "retentionClass", t.required_checks AS "requiredChecks", t.is_active AS "isActive", t.version
  FROM app.document_types t`;

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
