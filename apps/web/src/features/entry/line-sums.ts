import type { KindDefinition, Values } from '@danku/domain/documents/kinds.ts';
import { currencyDigits, parseMoney, toDecimal } from '@danku/domain/money/money.ts';
import { lineTax, lineTotals } from '@danku/domain/money/tax.ts';
import type { DraftContent } from './draft-content.ts';

type Basis = 'net' | 'gross' | 'none';

interface Sums {
  netTotal: string | null;
  taxTotal: string | null;
  grossTotal: string | null;
}

const blank: Values = {};

/**
 * Works out the amounts that follow from what was just typed: net and tax of a line, and the totals. A value somebody typed
 * over the computed one stays: an amount is only replaced while it is blank or is still what the values before gave.
 */
export function withSums(
  definition: KindDefinition,
  before: DraftContent,
  after: DraftContent,
  tenantCurrency: string,
): DraftContent {
  if (!definition.lineFields.some(({ key }) => key === 'netAmount')) {
    return after;
  }
  const currency = after.fields['currency'] ?? tenantCurrency;
  const [basisBefore, basis] = [basisOf(before.fields), basisOf(after.fields)];
  const hasTax = definition.lineFields.some(({ key }) => key === 'taxAmount');
  const isSameCount = before.lines.length === after.lines.length;
  const known = new Set(before.lines);
  const lines = after.lines.map((line, row) => {
    if (known.has(line) && basis === basisBefore) {
      return line;
    }
    const old = isSameCount ? (before.lines[row] ?? blank) : blank;
    return reckoned(line, { old, currency, basis, basisBefore, hasTax });
  });
  const summed = { ...after, lines };
  return { ...summed, fields: withTotals(definition, before, summed, tenantCurrency) };
}

/** The totals that the lines come to, as the header would say them. Null where no line has an amount. */
export function sumsOf(definition: KindDefinition, content: DraftContent, tenantCurrency: string): Sums {
  const currency = content.fields['currency'] ?? tenantCurrency;
  const amounts = (key: string) => content.lines.flatMap((line) => parseMoney(line[key] ?? '', currency) ?? []);
  const nets = amounts('netAmount');
  if (nets.length === 0 || definition.amounts === 'gross-only') {
    const only = nets.length === 0 ? null : toDecimal(total(nets), currency);
    return { netTotal: null, taxTotal: null, grossTotal: only };
  }
  const taxes = amounts('taxAmount');
  return {
    netTotal: toDecimal(total(nets), currency),
    taxTotal: taxes.length === 0 ? null : toDecimal(total(taxes), currency),
    grossTotal: toDecimal(total(nets) + total(taxes), currency),
  };
}

interface Reckoning {
  old: Values;
  currency: string;
  basis: Basis;
  basisBefore: Basis;
  hasTax: boolean;
}

function reckoned(line: Values, { old, currency, basis, basisBefore, hasTax }: Reckoning): Values {
  const changed = { ...line };
  const replace = (key: string, computed: string | null, before: string | null) => {
    if (computed !== (line[key] ?? null) && isFree(key, line, old, before)) {
      changed[key] = computed;
    }
  };
  replace('netAmount', netOf(line, basis, currency), netOf(old, basisBefore, currency));
  replace('taxAmount', hasTax && basis !== 'none' ? taxOf(changed, basis, currency) : null, taxOf(old, basisBefore, currency));
  return changed['netAmount'] === line['netAmount'] && changed['taxAmount'] === line['taxAmount'] ? line : changed;
}

/**
 * Whether an amount may be replaced: it was not the one just typed, and it is blank or what was computed before. Where nothing
 * can be computed any more it becomes blank, or the amount of a price half typed would stay for good.
 */
function isFree(key: string, line: Values, old: Values, computed: string | null): boolean {
  const value = line[key] ?? null;
  return value === (old[key] ?? null) && (value === null || value === computed);
}

function withTotals(definition: KindDefinition, before: DraftContent, after: DraftContent, tenantCurrency: string): Values {
  const [old, now] = [sumsOf(definition, before, tenantCurrency), sumsOf(definition, after, tenantCurrency)];
  const fields = { ...after.fields };
  for (const key of ['netTotal', 'taxTotal', 'grossTotal'] as const) {
    const isAsked = definition.fields.some((field) => field.key === key);
    if (isAsked && now[key] !== (fields[key] ?? null) && isFree(key, after.fields, before.fields, old[key])) {
      fields[key] = now[key];
    }
  }
  return fields;
}

function netOf(line: Values, basis: Basis, currency: string): string | null {
  const totals = totalsOf(line, basis, currency);
  return totals === null ? null : toDecimal(totals.net, currency);
}

function taxOf(line: Values, basis: Basis, currency: string): string | null {
  const net = parseMoney(line['netAmount'] ?? '', currency);
  const rate = line['taxRate'] ?? null;
  if (net === null || rate === null || !isRate(rate)) {
    return null;
  }
  const totals = totalsOf(line, basis, currency);
  const tax = basis === 'gross' && totals?.net === net ? totals.tax : lineTax(net, plainRate(rate));
  return toDecimal(tax, currency);
}

function totalsOf(line: Values, basis: Basis, currency: string) {
  const [quantity, unitPrice, rate] = [line['quantity'] ?? '', line['unitPrice'] ?? '', line['taxRate'] ?? null];
  if (!isDecimal(quantity) || !isDecimal(unitPrice) || (rate !== null && !isRate(rate))) {
    return null;
  }
  return lineTotals({ quantity, unitPrice, rate: plainRate(rate) }, basis, currencyDigits(currency));
}

function basisOf(fields: Values): Basis {
  const basis = fields['priceBasis'];
  return basis === 'gross' || basis === 'none' ? basis : 'net';
}

function plainRate(rate: string | null): string | null {
  return rate === 'exempt' || rate === 'not-taxed' ? null : rate;
}

function isRate(rate: string): boolean {
  return isDecimal(rate) || rate === 'exempt' || rate === 'not-taxed';
}

function isDecimal(text: string): boolean {
  return /^-?\d{1,12}(\.\d{1,13})?$/.test(text);
}

function total(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
