import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { selectDocumentTypes, type DocumentTypeRow } from './present-document-type.ts';

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
