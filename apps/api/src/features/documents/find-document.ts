import type { FieldVerdict } from '@danku/domain/events.ts';
import type { Stage } from '@danku/domain/documents/flow.ts';
import type { Values } from '@danku/domain/documents/kinds.ts';

import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { rowColumns, rowJoins, type RowRecord } from './document-row.ts';

interface FilePages {
  fileId: string;
  state: 'waiting' | 'ready' | 'failed';
  renderedFromData: boolean;
  pages: { page: number; width: number; height: number }[];
}

/** A document with everything that its reply says of it, before anything is hidden. */
export type DocumentRecord = RowRecord & {
  typeId: string;
  contentVersion: number;
  fields: Values;
  lines: Values[];
  netMinor: bigint | null;
  taxMinor: bigint | null;
  managerLast: boolean;
  riskTerms: { code: string; points: number }[];
  warningReasons: Record<string, string>;
  /** Of our own legal entities. */
  ownTaxIds: string[];
  submittedById: string | null;
  submittedByName: string | null;
  submittedAt: Date | null;
  approvedAt: Date | null;
  archivedAt: Date | null;
  retainUntil: string | null;
  amends: { id: string; registryNumber: string | null } | null;
  successor: { id: string; registryNumber: string | null; stage: Stage } | null;
  arrangement: { fileId: string; page: number; rotation: number }[] | null;
  files: FilePages[];
  question: { id: string; asked: Named; askedBy: Named; body: string; askedAt: string } | null;
  sentBack: { verdicts: FieldVerdict[]; comment: string | null } | null;
  pending: { decision: 'approve' | 'send-back'; commitsAt: string } | null;
  keyed: { reviewer: Named; values: Record<string, string | null> }[];
};

interface Named {
  id: string;
  name: string;
}

/** The whole document in one statement. Whether the person may see it is the Gate's question. Throws not-found. */
export async function findDocument(
  { tx, actor, now }: Pick<Context, 'tx' | 'actor' | 'now'>,
  id: string,
): Promise<DocumentRecord> {
  const { rows } = await tx.sql.query<DocumentRecord>(select, [actor.memberId, now, id]);
  const [row] = rows;
  if (row === undefined) {
    throw new Problem('not-found');
  }
  return row;
}

const select = `
  SELECT ${rowColumns}, d.type_id AS "typeId", d.content_version AS "contentVersion", d.fields,
    coalesce((SELECT jsonb_agg(l.fields ORDER BY l.position) FROM app.document_lines l WHERE l.document_id = d.id), '[]') AS lines,
    d.net_minor AS "netMinor", d.tax_minor AS "taxMinor", d.manager_last AS "managerLast", d.risk_terms AS "riskTerms",
    d.warning_reasons AS "warningReasons", ARRAY(SELECT l.tax_id FROM app.legal_entities l WHERE l.is_active) AS "ownTaxIds", d.submitted_by AS "submittedById", sb.name AS "submittedByName",
    d.submitted_at AS "submittedAt", d.approved_at AS "approvedAt", d.archived_at AS "archivedAt", d.retain_until AS "retainUntil",
    (SELECT jsonb_build_object('id', p.id, 'registryNumber', p.registry_number) FROM app.documents p WHERE p.id = d.amends_id) AS amends,
    (SELECT jsonb_build_object('id', s.id, 'registryNumber', s.registry_number, 'stage', s.stage)
      FROM app.documents s WHERE d.stage = 'archived' AND s.amends_id = d.id AND s.stage <> 'void') AS successor,
    d.pages AS arrangement,
    coalesce((SELECT jsonb_agg(jsonb_build_object('fileId', f.id, 'state', f.preview_state, 'renderedFromData', f.rendered_from_data,
        'pages', coalesce((SELECT jsonb_agg(jsonb_build_object('page', g.number, 'width', g.width, 'height', g.height) ORDER BY g.number)
          FROM app.file_pages g WHERE g.file_id = f.id), '[]')) ORDER BY df.position)
      FROM app.document_files df JOIN app.files f ON f.tenant_id = df.tenant_id AND f.id = df.file_id WHERE df.document_id = d.id), '[]') AS files,
    (SELECT jsonb_build_object('id', q.id, 'asked', jsonb_build_object('id', a.id, 'name', a.name),
        'askedBy', jsonb_build_object('id', b.id, 'name', b.name), 'body', q.body, 'askedAt', q.asked_at)
      FROM app.questions q JOIN app.members a ON a.id = q.asked_id JOIN app.members b ON b.id = q.asked_by
      WHERE q.document_id = d.id AND q.answered_at IS NULL) AS question,
    (SELECT jsonb_build_object('verdicts', c.verdicts, 'comment', c.comment) FROM app.decisions c
      WHERE d.stage = 'entry' AND d.returned_at IS NOT NULL AND c.document_id = d.id AND c.version_number = d.content_version
        AND c.decision = 'send-back' ORDER BY c.decided_at DESC LIMIT 1) AS "sentBack",
    (SELECT jsonb_build_object('decision', p.decision, 'commitsAt', p.commits_at)
      FROM app.pending_decisions p WHERE p.document_id = d.id AND p.member_id = $1) AS pending,
    coalesce((SELECT jsonb_agg(jsonb_build_object('reviewer', jsonb_build_object('id', m.id, 'name', m.name), 'values', c.keyed) ORDER BY c.slot)
      FROM app.decisions c JOIN app.members m ON m.id = c.person_id
      WHERE d.stage = 'adjudication' AND c.document_id = d.id AND c.version_number = d.content_version AND c.keyed IS NOT NULL), '[]') AS keyed
  FROM app.documents d ${rowJoins}
  LEFT JOIN app.members sb ON sb.tenant_id = d.tenant_id AND sb.id = d.submitted_by
  WHERE d.id = $3`;
