import type { Keyed } from '@danku/contract/document-shapes.ts';
import { normaliseNumber } from '@danku/domain/documents/business-key.ts';
import { columnsOf } from '@danku/domain/documents/content.ts';
import { normaliseCreditCode } from '@danku/domain/identity/credit-code.ts';
import { parseMoney } from '@danku/domain/money/money.ts';

import type { DocumentRecord } from './find-document.ts';

/** Whether what someone read from the image is what the clerk entered: compared by value, not by spelling. */
export function keyedAgrees(document: Pick<DocumentRecord, 'kind' | 'fields' | 'currency'>, keyed: Keyed): boolean {
  const entered = columnsOf(document.kind, document.fields, document.currency);
  return (
    normaliseNumber(keyed.number ?? '') === normaliseNumber(entered.number ?? '') &&
    (keyed.issueDate ?? null) === entered.issueDate &&
    normaliseCreditCode(keyed.partyTaxId ?? '') === normaliseCreditCode(entered.partyTaxId ?? '') &&
    parseMoney(keyed.grossTotal ?? '', document.currency) === entered.grossMinor
  );
}
