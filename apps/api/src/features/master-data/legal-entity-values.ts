import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import { requireText, tidyTaxId, tidyText } from './tidy.ts';

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
