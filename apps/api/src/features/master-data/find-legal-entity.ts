import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { selectLegalEntities, type LegalEntityRow } from './present-legal-entity.ts';

/** Throws not-found. Nobody else changes it before this transaction ends. */
export async function lockLegalEntity({ tx }: Pick<Context, 'tx'>, id: string): Promise<LegalEntityRow> {
  const { rows } = await tx.sql.query<LegalEntityRow>(`${selectLegalEntities} WHERE e.id = $1 FOR UPDATE`, [id]);
  const [entity] = rows;
  if (entity === undefined) {
    throw new Problem('not-found');
  }
  return entity;
}
