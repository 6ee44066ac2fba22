/** What makes a paper this paper and no other. `issuer` is our own entity's or the party's id. */
export type BusinessKeyFacts = {
  kind: string;
  number: string | null;
  fapiaoCode?: string | null;
  issuer?: string | null;
  customer?: string | null;
  period?: string | null;
};

/**
 * The key that must be unique in a tenant from submit on. Invoices and red invoices share one series of numbers
 * (code and number); a statement is its customer and period; everything else is kind, issuer and number. Null while a part is missing.
 */
export function businessKeyOf(facts: BusinessKeyFacts): string | null {
  const number = normaliseNumber(facts.number ?? '');
  if (facts.kind === 'INV' || facts.kind === 'CN') {
    return number === '' ? null : `FAPIAO|${normaliseNumber(facts.fapiaoCode ?? '')}|${number}`;
  }
  if (facts.kind === 'ST') {
    return isBlank(facts.customer) || isBlank(facts.period) ? null : `ST|${facts.customer}|${facts.period}`;
  }
  return number === '' || isBlank(facts.issuer) ? null : `${facts.kind}|${facts.issuer}|${number}`;
}

/** Width, case and spaces do not make another number. */
export function normaliseNumber(number: string): string {
  return number.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}
