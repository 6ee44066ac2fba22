import { checkCreditCode, normaliseCreditCode } from '../identity/credit-code.ts';
import { fapiaoShape } from '../identity/fapiao.ts';
import { amountFindings } from './amount-findings.ts';
import type { Finding } from './finding.ts';
import { shapeFindings } from './shape-findings.ts';
import type { Content, KindDefinition } from './kinds.ts';

/** What must be known beside the paper itself. Dates are ISO days in the organisation's time zone. */
export interface CheckFacts {
  today: string;
  tenantCurrency: string;
  /** Tax ids of the organisation's own legal entities. */
  ownTaxIds: readonly string[];
  /** The customer from master data whom the document names, if one was picked. */
  customer: { name: string; taxId: string | null } | null;
}

/** Every check that needs no other document, while typing and at submit alike. */
export function checkContent(definition: KindDefinition, content: Content, facts: CheckFacts): Finding[] {
  const shape = shapeFindings(definition, content);
  return [
    ...shape,
    ...numberFindings(definition, content),
    ...dateFindings(content, facts.today),
    ...partyFindings(definition, content, facts),
    ...amountFindings(definition, content, facts.tenantCurrency),
  ];
}

/** Seller and buyer against the organisation's own entities: which way the paper goes. */
export function directionOf(content: Content, ownTaxIds: readonly string[]): 'sale' | 'purchase' | 'unknown-seller' {
  const own = new Set(ownTaxIds.map(normaliseCreditCode));
  const seller = normaliseCreditCode(content.fields['sellerTaxId'] ?? '');
  const buyer = normaliseCreditCode(content.fields['buyerTaxId'] ?? '');
  if (own.has(seller)) {
    return 'sale';
  }
  return own.has(buyer) ? 'purchase' : 'unknown-seller';
}

/** Whether any tax id on the paper that looks like a credit code fails its check (risk term of domain.md 4.14). */
export function hasInvalidTaxId(content: Content): boolean {
  return ['buyerTaxId', 'sellerTaxId'].some((key) => taxIdFault(content.fields[key] ?? null) !== null);
}

/** Foreign VAT numbers and old 15-digit numbers are no credit codes and are not judged; 18 characters are. */
function taxIdFault(value: string | null): string | null {
  if (value === null || normaliseCreditCode(value).length !== 18) {
    return null;
  }
  const verdict = checkCreditCode(value);
  return verdict.ok ? null : verdict.reason;
}

function partyFindings(definition: KindDefinition, content: Content, facts: CheckFacts): Finding[] {
  const found: Finding[] = [];
  for (const key of ['buyerTaxId', 'sellerTaxId']) {
    const fault = taxIdFault(content.fields[key] ?? null);
    if (fault !== null) {
      const suggestion = key === 'buyerTaxId' ? (facts.customer?.taxId ?? null) : null;
      found.push({
        code: 'tax-id-invalid',
        severity: 'warning',
        path: `/fields/${key}`,
        params: { fault, ...(suggestion === null ? {} : { suggestion }) },
      });
    }
  }
  const direction = directionOf(content, facts.ownTaxIds);
  if (direction === 'purchase' && (definition.kind === 'INV' || definition.kind === 'CN')) {
    found.push({ code: 'is-purchase', severity: 'error', path: '/fields/buyerTaxId' });
  } else if (direction !== 'sale' && content.fields['sellerTaxId'] !== undefined) {
    found.push({ code: 'seller-not-own', severity: 'warning', path: '/fields/sellerTaxId' });
  }
  return [...found, ...customerFindings(content, facts)];
}

function customerFindings(content: Content, { customer }: CheckFacts): Finding[] {
  if (customer === null) {
    return [];
  }
  const found: Finding[] = [];
  const name = content.fields['buyerName'] ?? null;
  const taxId = content.fields['buyerTaxId'] ?? null;
  if (name !== null && name !== customer.name) {
    found.push({
      code: 'party-name-differs',
      severity: 'warning',
      path: '/fields/buyerName',
      params: { expected: customer.name },
    });
  }
  if (taxId !== null && customer.taxId !== null && normaliseCreditCode(taxId) !== normaliseCreditCode(customer.taxId)) {
    found.push({
      code: 'party-tax-id-differs',
      severity: 'warning',
      path: '/fields/buyerTaxId',
      params: { expected: customer.taxId },
    });
  }
  return found;
}

function numberFindings(definition: KindDefinition, content: Content): Finding[] {
  const number = content.fields['number'] ?? null;
  if ((definition.kind !== 'INV' && definition.kind !== 'CN') || number === null || content.fields['invoiceType'] === 'export') {
    return [];
  }
  return fapiaoShape(content.fields['invoiceCode'] ?? null, number) === null
    ? [{ code: 'fapiao-number-shape', severity: 'error', path: '/fields/number' }]
    : [];
}

const orderedDates = [
  ['issueDate', 'validUntil'],
  ['issueDate', 'dueDate'],
  ['effectiveFrom', 'expiresOn'],
  ['periodStart', 'periodEnd'],
] as const;

function dateFindings(content: Content, today: string): Finding[] {
  const found: Finding[] = [];
  const issued = content.fields['issueDate'] ?? null;
  if (issued !== null && issued > today) {
    found.push({ code: 'date-in-future', severity: 'warning', path: '/fields/issueDate' });
  }
  for (const [first, second] of orderedDates) {
    const from = content.fields[first] ?? null;
    const to = content.fields[second] ?? null;
    if (from !== null && to !== null && to < from) {
      found.push({ code: 'dates-out-of-order', severity: 'error', path: `/fields/${second}` });
    }
  }
  return found;
}
