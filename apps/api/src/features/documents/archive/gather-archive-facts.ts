import type { Context } from '../../../db/context.ts';
import { findDocument, type DocumentRecord } from '../find-document.ts';
import { findType, type TypeRecord } from '../find-type.ts';
import type { FileInspection } from './inspect-document-files.ts';

export type ArchiveFile = {
  id: string;
  name: string;
  hash: string;
  mediaType: string;
  previewState: 'waiting' | 'ready' | 'failed';
  previewFault: string | null;
  /** The bytes as they were just read; missing when the file was not looked at. */
  inspection: FileInspection | undefined;
};

/** Everything the four checks look at. */
export type ArchiveFacts = {
  document: DocumentRecord;
  type: TypeRecord;
  /** The version that was reviewed. */
  version: { content: { fields: unknown; lines: unknown }; contentHash: string; files: string[] } | null;
  /** Decisions on that version. */
  decisions: { slot: number; personId: string; decision: string; contentHash: string }[];
  enterers: string[];
  eventTypes: string[];
  register: { number: string; isVoided: boolean } | null;
  /** The registry number of the document this one amends. */
  amendsNumber: string | null;
  files: ArchiveFile[];
};

type Row = Pick<ArchiveFacts, 'version' | 'decisions' | 'enterers' | 'eventTypes' | 'register'> & {
  files: Omit<ArchiveFile, 'inspection'>[];
};

export async function gatherArchiveFacts(
  context: Context,
  id: string,
  inspections: readonly FileInspection[],
): Promise<ArchiveFacts> {
  const document = await findDocument(context, id);
  const type = await findType(context, document.typeId);
  const { rows } = await context.tx.sql.query<Row>(select, [id]);
  const [row] = rows;
  if (row === undefined) {
    throw new Error('The document has gone.');
  }
  const byFile = new Map(inspections.map((inspection) => [inspection.fileId, inspection]));
  const files = row.files.map((file) => ({ ...file, inspection: byFile.get(file.id) }));
  return { ...row, files, document, type, amendsNumber: document.amends?.registryNumber ?? null };
}

const select = `
  SELECT
    (SELECT jsonb_build_object('content', v.content, 'contentHash', v.content_hash, 'files', v.files)
      FROM app.document_versions v WHERE v.document_id = d.id AND v.number = d.content_version) AS version,
    coalesce((SELECT jsonb_agg(jsonb_build_object('slot', c.slot, 'personId', c.person_id, 'decision', c.decision, 'contentHash', c.content_hash))
      FROM app.decisions c WHERE c.document_id = d.id AND c.version_number = d.content_version), '[]') AS decisions,
    ARRAY(SELECT p.person_id::text FROM app.participations p WHERE p.document_id = d.id AND p.duty = 'entry') AS enterers,
    ARRAY(SELECT DISTINCT e.type FROM app.events e WHERE e.subject_id = d.id) AS "eventTypes",
    (SELECT jsonb_build_object('number', r.number, 'isVoided', r.voided_at IS NOT NULL)
      FROM app.number_register r WHERE r.document_id = d.id ORDER BY r.given_at DESC LIMIT 1) AS register,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'hash', f.hash, 'mediaType', f.media_type,
        'previewState', f.preview_state, 'previewFault', f.preview_fault) ORDER BY df.position)
      FROM app.document_files df JOIN app.files f ON f.tenant_id = df.tenant_id AND f.id = df.file_id WHERE df.document_id = d.id), '[]') AS files
  FROM app.documents d WHERE d.id = $1`;
