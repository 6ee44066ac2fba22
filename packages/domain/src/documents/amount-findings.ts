import { compareChineseAmount } from '../money/chinese-amount.ts';
import { currencyDigits, parseMoney, toDecimal } from '../money/money.ts';
import type { TaxFinding } from '../money/tax.ts';
import { checkLine, checkTotals } from '../money/tax.ts';
import { grossFieldOf } from './content.ts';
import type { Finding } from './finding.ts';
import type { Content, KindDefinition, Values } from './kinds.ts';

/** Arithmetic of lines and header (domain.md 4.6), 大写 against 小写 (4.5), signs, and the balance of a statement. */
export function amountFindings(definition: KindDefinition, content: Content, tenantCurrency: string): Finding[] {
  const currency = content.fields['currency'] ?? tenantCurrency;
  const money = (values: Values, key: string) => parseMoney(values[key] ?? '', currency);
  return [
    ...wordsFindings(content, money(content.fields, 'grossTotal'), currency),
    ...lineFindings(definition, content, currency),
    ...signFindings(definition, money(content.fields, grossFieldOf(definition.kind) ?? 'grossTotal')),
    ...balanceFindings(definition, content, currency),
  ];
}

function wordsFindings(content: Content, gross: bigint | null, currency: string): Finding[] {
  const words = content.fields['grossTotalInWords'] ?? null;
  if (words === null || gross === null || currency !== 'CNY') {
    return [];
  }
  const path = '/fields/grossTotalInWords';
  switch (compareChineseAmount(words, gross)) {
    case 'equal':
      return [];
    case 'amber':
      return [{ code: 'words-zero', severity: 'info', path }];
    case 'different':
      return [{ code: 'words-differ', severity: 'error', path }];
    case 'unreadable':
      return [{ code: 'words-unreadable', severity: 'warning', path }];
  }
}

function lineFindings(definition: KindDefinition, content: Content, currency: string): Finding[] {
  const isGross = content.fields['priceBasis'] === 'gross';
  const hasAmounts = definition.lineFields.some((field) => field.key === 'netAmount');
  if (!hasAmounts || content.lines.length === 0 || definition.amounts === 'gross-only') {
    return [];
  }
  const digits = currencyDigits(currency);
  const found: TaxFinding[] = [];
  const sums: { net: bigint; tax: bigint }[] = [];
  content.lines.forEach((line, index) => {
    const net = parseMoney(line['netAmount'] ?? '', currency);
    if (net === null) {
      return;
    }
    const rate = plainRate(line['taxRate'] ?? null);
    const tax = parseMoney(line['taxAmount'] ?? '', currency);
    sums.push({ net, tax: tax ?? 0n });
    // Prices that contain tax do not give the net amount by multiplication, and a blank tax says nothing.
    const figures = {
      quantity: isGross ? null : (line['quantity'] ?? null),
      unitPrice: line['unitPrice'] ?? null,
      net,
      rate,
      tax: tax ?? 0n,
    };
    found.push(
      ...safely(() => checkLine(figures, index, undefined, digits)).filter(({ code }) => code !== 'line-tax' || tax !== null),
    );
  });
  return [...found, ...headerFindings(content, sums, currency)].map((finding) => toFinding(finding, currency));
}

function headerFindings(content: Content, sums: readonly { net: bigint; tax: bigint }[], currency: string): TaxFinding[] {
  const net = parseMoney(content.fields['netTotal'] ?? '', currency);
  const tax = parseMoney(content.fields['taxTotal'] ?? '', currency);
  const gross = parseMoney(content.fields['grossTotal'] ?? '', currency);
  if (net === null || gross === null || sums.length !== content.lines.length) {
    return [];
  }
  return checkTotals(sums, { net, tax: tax ?? 0n, gross });
}

/** 免税 and 不征税 carry no tax, which the arithmetic writes as null. */
function plainRate(rate: string | null): string | null {
  return rate === null || rate === 'exempt' || rate === 'not-taxed' ? null : rate;
}

/** Values whose shape is wrong are told of by the shape checks; here they only stop the sum. */
function safely(check: () => TaxFinding[]): TaxFinding[] {
  try {
    return check();
  } catch {
    return [];
  }
}

function toFinding({ code, path, expected, found }: TaxFinding, currency: string): Finding {
  return {
    code,
    severity: 'warning',
    path,
    params: { expected: toDecimal(expected, currency), found: toDecimal(found, currency) },
  };
}

function signFindings(definition: KindDefinition, gross: bigint | null): Finding[] {
  if (gross === null || gross === 0n || definition.amounts === 'balance' || definition.negative === gross < 0n) {
    return [];
  }
  return [{ code: definition.negative ? 'must-be-negative' : 'must-be-positive', severity: 'error', path: '/fields/grossTotal' }];
}

function balanceFindings(definition: KindDefinition, content: Content, currency: string): Finding[] {
  if (definition.amounts !== 'balance') {
    return [];
  }
  const [opening, debit, credit, closing] = ['openingBalance', 'debitTotal', 'creditTotal', 'closingBalance'].map((key) =>
    parseMoney(content.fields[key] ?? '', currency),
  );
  if (typeof opening !== 'bigint' || typeof closing !== 'bigint') {
    return [];
  }
  const expected = opening + (debit ?? 0n) - (credit ?? 0n);
  return expected === closing
    ? []
    : [
        {
          code: 'balance-differs',
          severity: 'warning',
          path: '/fields/closingBalance',
          params: { expected: toDecimal(expected, currency), found: toDecimal(closing, currency) },
        },
      ];
}
