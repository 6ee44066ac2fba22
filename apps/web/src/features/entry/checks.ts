import type { Finding as ServerFinding } from '@danku/contract/document-shapes.ts';
import { tidyContent } from '@danku/domain/documents/content.ts';
import type { CheckFacts } from '@danku/domain/documents/findings.ts';
import { checkContent } from '@danku/domain/documents/findings.ts';
import type { KindDefinition } from '@danku/domain/documents/kinds.ts';
import { normaliseCreditCode } from '@danku/domain/identity/credit-code.ts';
import type { CellMark } from '../../components/line-grid/line-cell.tsx';
import type { DraftContent } from './draft-content.ts';
import { formPath, rowsOf } from './draft-content.ts';

export type Twin = NonNullable<ServerFinding['twin']>;

/** A finding with its path in the form: rows as they stand there, blank ones counted. */
export interface Check {
  code: string;
  severity: 'error' | 'warning' | 'info';
  path: string | null;
  params: Readonly<Record<string, string>>;
  twin: Twin | null;
}

/** What the domain's checks say of the form as it stands, while one types. */
export function checksOf(definition: KindDefinition, content: DraftContent, facts: CheckFacts): Check[] {
  const rows = rowsOf(content);
  return checkContent(definition, tidyContent(definition, content), facts).map(({ code, severity, path, params }) => ({
    code,
    severity,
    path: formPath(path, rows),
    params: params ?? {},
    twin: null,
  }));
}

/** What only the server can know, beside what is found here while typing: duplicates with their twin above all. */
export function serverChecks(found: readonly ServerFinding[], content: DraftContent): Check[] {
  const rows = rowsOf(content);
  return found
    .filter(({ code, twin }) => twin !== null || !localCodes.has(code))
    .map(({ code, severity, path, params = {}, twin }) => ({
      code,
      severity,
      path: formPath(path, rows),
      params: Object.fromEntries(
        Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
      ),
      twin,
    }));
}

/** Codes the form finds by itself: they come and go while typing, and an older answer of the server must not keep them. */
const localCodes = new Set([
  'required',
  'too-long',
  'not-a-date',
  'not-an-amount',
  'not-a-number',
  'not-a-rate',
  'not-a-currency',
  'not-a-choice',
  'no-lines',
  'tax-id-invalid',
  'is-purchase',
  'seller-not-own',
  'party-name-differs',
  'party-tax-id-differs',
  'fapiao-number-shape',
  'date-in-future',
  'dates-out-of-order',
  'words-zero',
  'words-differ',
  'words-unreadable',
  'line-net',
  'line-tax',
  'total-net',
  'total-tax',
  'total-gross',
  'must-be-negative',
  'must-be-positive',
  'balance-differs',
]);

export type PassedCheck = 'amount-in-words' | 'line-sum' | 'tax-id' | 'duplicate';

/** What was checked and found right, so that a clerk sees it was looked at. */
export function passedChecks(content: DraftContent, checks: readonly Check[], hasAskedServer: boolean): PassedCheck[] {
  const { fields, lines } = content;
  const has = (key: string) => (fields[key] ?? '') !== '';
  const isFree = (...codes: string[]) => !checks.some(({ code }) => codes.includes(code));
  const isCode = (key: string) => normaliseCreditCode(fields[key] ?? '').length === 18;
  const passed: [PassedCheck, boolean][] = [
    [
      'amount-in-words',
      has('grossTotalInWords') && has('grossTotal') && isFree('words-zero', 'words-differ', 'words-unreadable'),
    ],
    [
      'line-sum',
      has('grossTotal') &&
        lines.some((line) => line['netAmount']) &&
        isFree('line-net', 'line-tax', 'total-net', 'total-tax', 'total-gross'),
    ],
    ['tax-id', (isCode('buyerTaxId') || isCode('sellerTaxId')) && isFree('tax-id-invalid', 'party-tax-id-differs')],
    ['duplicate', hasAskedServer && !checks.some(({ twin }) => twin !== null)],
  ];
  return passed.flatMap(([check, isPassed]) => (isPassed ? [check] : []));
}

/** Tax ids whose check digit is right carry their ✓ in the field. */
export function confirmedMarks({ fields }: DraftContent, checks: readonly Check[]): Record<string, CellMark> {
  const paths = ['buyerTaxId', 'sellerTaxId']
    .filter((key) => normaliseCreditCode(fields[key] ?? '').length === 18)
    .map((key) => `/fields/${key}`);
  return Object.fromEntries(
    paths.filter((path) => !checks.some((check) => check.path === path)).map((path) => [path, { tone: 'confirmed' as const }]),
  );
}

/** How fields and cells stand out, by path. Blank required ones stay quiet until somebody tries to submit. */
export function marksOf(
  checks: readonly Check[],
  say: (check: Check) => string,
  showRequired: boolean,
): Record<string, CellMark> {
  const marks: Record<string, CellMark> = {};
  for (const check of checks) {
    if (check.path === null || (check.code === 'required' && !showRequired) || marks[check.path]?.tone === 'wrong') {
      continue;
    }
    marks[check.path] = { tone: check.severity === 'error' ? 'wrong' : 'doubt', note: say(check) };
  }
  return marks;
}

/** The marks of the lines, as the grid wants them: "2/quantity". */
export function lineMarks(marks: Readonly<Record<string, CellMark>>): Record<string, CellMark> {
  return Object.fromEntries(
    Object.entries(marks).flatMap(([path, mark]) =>
      path.startsWith('/lines/') ? [[path.slice('/lines/'.length), mark] as const] : [],
    ),
  );
}
