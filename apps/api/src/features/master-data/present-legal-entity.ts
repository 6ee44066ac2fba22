import type { LegalEntity } from '@danku/contract/master-data.ts';

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

export function presentLegalEntity(row: LegalEntityRow): LegalEntity {
  const { id, name, taxId, address, bankName, bankAccount, isActive, version } = row;
  return { id, name, taxId, address, bankName, bankAccount, isActive, version };
}
