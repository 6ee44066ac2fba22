import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import type { LegalEntity } from '@danku/contract/master-data.ts';

import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { requireText, tidyTaxId, tidyText } from './tidy.ts';

export type LegalEntityRow = {
  id: string;
  name: string;
  taxId: string;
  address: string | null;
  bankName: string | null;
  bankAccount: string | null;
  isActive: boolean;
  version: number;
};

export const selectLegalEntities = `
  SELECT e.id, e.name, e.tax_id AS "taxId", e.address, e.bank_name AS "bankName", e.bank_account AS "bankAccount", e.is_active AS "isActive", e.version
  FROM app.legal_entities e`;

/** Throws not-found. Nobody else changes it before this transaction ends. */
export async function lockLegalEntity({ tx }: Pick<Context, 'tx'>, id: string): Promise<LegalEntityRow> {
  const { rows } = await tx.sql.query<LegalEntityRow>(`${selectLegalEntities} WHERE e.id = $1 FOR UPDATE`, [id]);
  const [entity] = rows;
  if (entity === undefined) {
    throw new Problem('not-found');
  }
  return entity;
}

/** What people may change of a legal entity, for the log. */
export const legalEntityKeys = ['name', 'taxId', 'address', 'bankName', 'bankAccount', 'isActive'] as const;

export function legalEntityValues(body: Input<typeof contract.masterData.createLegalEntity>['body']) {
  return {
    name: requireText('/name', body.name),
    taxId: tidyTaxId(body.taxId),
    address: tidyText(body.address),
    bankName: tidyText(body.bankName),
    bankAccount: tidyText(body.bankAccount),
    isActive: body.isActive,
  };
}

export function presentLegalEntity(row: LegalEntityRow): LegalEntity {
  const { id, name, taxId, address, bankName, bankAccount, isActive, version } = row;
  return { id, name, taxId, address, bankName, bankAccount, isActive, version };
}
