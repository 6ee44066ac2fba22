import type { FieldDefinition, Kind } from '@danku/domain/documents/kinds.ts';
import type { QueueStage, ReviewPolicy } from '@danku/domain/documents/flow.ts';
import type { WorkingCalendar } from '@danku/domain/people/working-calendar.ts';

import type { Context } from '../../db/context.ts';
import { fieldProblem, Problem } from '../../problem.ts';

/** A document type with what the organisation has set besides: what an operation needs to check, number, time and keep a document. */
export type TypeRecord = {
  id: string;
  kind: Kind;
  name: string;
  prefix: string;
  extraFields: FieldDefinition[];
  numberingPattern: string;
  numberingReset: 'monthly' | 'yearly' | 'never';
  reviewRules: { fromGross: string | null; fromRisk: number | null; policy: ReviewPolicy }[];
  slaMinutes: Record<QueueStage, number>;
  retentionClass: '10y' | '30y' | 'permanent';
  requiredChecks: string[];
  calendar: WorkingCalendar;
  fiscalYearStart: number;
  fonds: string;
};

const select = `
  SELECT ty.id, ty.kind, ty.name, ty.prefix, ty.extra_fields AS "extraFields", ty.numbering_pattern AS "numberingPattern",
    ty.numbering_reset AS "numberingReset", ty.review_rules AS "reviewRules", ty.sla_minutes AS "slaMinutes",
    ty.retention_class AS "retentionClass", ty.required_checks AS "requiredChecks",
    st.working_calendar || jsonb_build_object('timeZone', st.time_zone) AS calendar,
    st.fiscal_year_start AS "fiscalYearStart", st.fonds
  FROM app.document_types ty JOIN app.tenant_settings st ON st.tenant_id = ty.tenant_id`;

export async function findType({ tx }: Pick<Context, 'tx'>, id: string): Promise<TypeRecord> {
  const { rows } = await tx.sql.query<TypeRecord>(`${select} WHERE ty.id = $1`, [id]);
  const [type] = rows;
  if (type === undefined) {
    throw new Problem('not-found');
  }
  return type;
}

/** The type a new document gets: the one named, or the kind's first. A type of another kind is a mistake of the caller. */
export async function typeForNew({ tx }: Pick<Context, 'tx'>, kind: Kind, typeId?: string): Promise<TypeRecord> {
  const { rows } = await tx.sql.query<TypeRecord>(
    `${select} WHERE ty.kind = $1 AND ty.is_active AND ($2::uuid IS NULL OR ty.id = $2) ORDER BY (ty.prefix = $1) DESC, ty.prefix LIMIT 1`,
    [kind, typeId ?? null],
  );
  const [type] = rows;
  if (type === undefined) {
    throw fieldProblem(typeId === undefined ? '/kind' : '/typeId', 'unknown-type');
  }
  return type;
}
