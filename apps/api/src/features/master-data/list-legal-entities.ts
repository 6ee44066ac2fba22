import type { contract } from '@danku/contract';
import type { Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../db/context.ts';
import { presentLegalEntity, selectLegalEntities, type LegalEntityRow } from './present-legal-entity.ts';

/** Everyone in the organisation may know what it is called and what stands on its own papers. */
export async function listLegalEntities({ tx }: Context): Promise<Reply<typeof contract.masterData.listLegalEntities>> {
  const { rows } = await tx.sql.query<LegalEntityRow>(`${selectLegalEntities} ORDER BY e.name, e.id`);
  return { items: rows.map(presentLegalEntity) };
}
