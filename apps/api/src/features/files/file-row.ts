import type { File } from '@danku/contract/files.ts';

import type { Actor } from '../../db/actor.ts';
import type { Binder } from '../../db/binder.ts';
import { visibleWhere } from '../../db/visible.ts';

export type FileRecord = {
  id: string;
  name: string;
  size: bigint;
  mediaType: string;
  hash: string;
  duplicateOfId: string | null;
  duplicateDocumentId: string | null;
  previewState: File['previewState'];
  previewFault: string | null;
  pageCount: number | null;
  renderedFromData: boolean;
  uploadedById: string;
  uploadedByName: string;
  uploadedAt: Date;
  /** Base64; it never leaves the server. */
  wrappedKey: string;
};

/** What is read of a file `f` with its uploader `u`. The twin's document is named only to whoever may see it. */
export function fileColumns(actor: Actor, where: Binder): string {
  return `f.id, f.name, f.size, f.media_type AS "mediaType", f.hash, f.duplicate_of_id AS "duplicateOfId", f.preview_state AS "previewState",
    f.preview_fault AS "previewFault", f.page_count AS "pageCount", f.rendered_from_data AS "renderedFromData", f.wrapped_key AS "wrappedKey",
    u.id AS "uploadedById", u.name AS "uploadedByName", f.uploaded_at AS "uploadedAt",
    (SELECT d.id FROM app.files o JOIN app.document_files df ON df.tenant_id = o.tenant_id AND df.file_id = o.id
      JOIN app.documents d ON d.tenant_id = df.tenant_id AND d.id = df.document_id
      WHERE f.duplicate_of_id IS NOT NULL AND o.hash = f.hash AND o.id <> f.id AND ${visibleWhere(actor, where)}
      ORDER BY d.stage = 'void', d.created_at LIMIT 1) AS "duplicateDocumentId"`;
}

export const fileJoins = 'JOIN app.members u ON u.tenant_id = f.tenant_id AND u.id = f.uploaded_by';

export function presentFile(row: FileRecord): File {
  return {
    id: row.id,
    name: row.name,
    size: Number(row.size),
    mediaType: row.mediaType,
    hash: row.hash,
    duplicateOf: row.duplicateOfId === null ? null : { fileId: row.duplicateOfId, documentId: row.duplicateDocumentId },
    previewState: row.previewState,
    previewFault: row.previewFault,
    pageCount: row.pageCount,
    renderedFromData: row.renderedFromData,
    uploadedBy: { id: row.uploadedById, name: row.uploadedByName },
    uploadedAt: row.uploadedAt.toISOString(),
  };
}
