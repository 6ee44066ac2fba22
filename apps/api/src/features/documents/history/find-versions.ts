import type { Content, Values } from '@danku/domain/documents/kinds.ts';

import type { Context } from '../../../db/context.ts';

export type VersionRecord = {
  number: number;
  content: Content;
  contentHash: string;
  fileIds: string[];
  submittedBy: { id: string; name: string };
  submittedAt: Date;
  decisions: {
    slot: number;
    person: { id: string; name: string };
    decision: 'approve' | 'send-back' | 'adjudicate';
    comment: string | null;
    decidedAt: string;
  }[];
};

/** Submitted versions of a document, newest first; `number` picks one. */
export async function findVersions(
  { tx }: Pick<Context, 'tx'>,
  documentId: string,
  number: number | null = null,
): Promise<VersionRecord[]> {
  const { rows } = await tx.sql.query<VersionRecord>(
    `SELECT v.number, v.content, v.content_hash AS "contentHash", v.files AS "fileIds", v.submitted_at AS "submittedAt",
       jsonb_build_object('id', m.id, 'name', m.name) AS "submittedBy",
       coalesce((SELECT jsonb_agg(jsonb_build_object('slot', c.slot, 'person', jsonb_build_object('id', p.id, 'name', p.name),
           'decision', c.decision, 'comment', c.comment, 'decidedAt', c.decided_at) ORDER BY c.decided_at)
         FROM app.decisions c JOIN app.members p ON p.id = c.person_id
         WHERE c.document_id = v.document_id AND c.version_number = v.number), '[]') AS decisions
     FROM app.document_versions v JOIN app.members m ON m.id = v.submitted_by
     WHERE v.document_id = $1 AND ($2::int IS NULL OR v.number = $2) ORDER BY v.number DESC`,
    [documentId, number],
  );
  return rows;
}

/** `showsDecisions` is false while a blind reviewer must not know that the other has decided. */
export function presentVersion(version: VersionRecord, showsDecisions: boolean) {
  return {
    number: version.number,
    submittedBy: version.submittedBy,
    submittedAt: version.submittedAt.toISOString(),
    contentHash: version.contentHash,
    decisions: showsDecisions
      ? version.decisions.map((decision) => ({ ...decision, decidedAt: new Date(decision.decidedAt).toISOString() }))
      : [],
  };
}

export function presentContent({ content }: Pick<VersionRecord, 'content'>): { fields: Values; lines: Values[] } {
  return { fields: content.fields, lines: content.lines };
}
