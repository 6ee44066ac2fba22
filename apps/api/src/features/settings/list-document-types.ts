import type { contract } from '@danku/contract';
import type { Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { presentDocumentType, selectDocumentTypes, type DocumentTypeRow } from './present-document-type.ts';

/** Forms, lists and filters are drawn from them, so every member may read them. */
export async function listDocumentTypes({ tx }: Context): Promise<Reply<typeof contract.settings.listDocumentTypes>> {
  const { rows } = await tx.sql.query<DocumentTypeRow>(`${selectDocumentTypes} ORDER BY t.kind, t.prefix`);
  return { items: rows.map(presentDocumentType) };
}
