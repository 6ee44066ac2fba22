import { checkCreditCode } from '@danku/domain/identity/credit-code.ts';

import { fieldProblem } from '../../problem.ts';

/** Text as it is kept: trimmed, and blank is null. */
export function tidyText(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** A tax id in its normal form. Throws invalid when its check digit is wrong. */
export function tidyTaxId(text: string): string {
  const verdict = checkCreditCode(text);
  if (!verdict.ok) {
    const isShape = verdict.reason === 'length' || verdict.reason === 'alphabet';
    throw fieldProblem('/taxId', isShape ? 'invalid-format' : 'check-digit');
  }
  return verdict.code;
}

/** Text that may not be blank. Throws invalid for what is only spaces. */
export function requireText(path: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') {
    throw fieldProblem(path, 'required');
  }
  return trimmed;
}
