import { addDays } from '../time/zone.ts';

/** How long a paper is kept, in whole years after its fiscal year; null is 永久. */
export type RetentionYears = number | null;

/**
 * How long papers are kept by default, with where that is written. `checked: false` marks a row that nobody has
 * compared with its source; a tenant may set longer terms. Contracts depend on their value, so theirs is a start.
 */
export type RetentionRow = { kind: string; years: RetentionYears; source: string; checked: boolean };

const accounting = '会计档案管理办法 (财政部、国家档案局令第79号) 附表1';
const enterprise = '企业文件材料归档范围和档案保管期限规定 (国家档案局令第10号)';

export const retentionDefaults: readonly RetentionRow[] = [
  { kind: 'QT', years: 10, source: '本单位规定', checked: false },
  { kind: 'SC', years: 30, source: enterprise, checked: false },
  { kind: 'SO', years: 30, source: accounting, checked: false },
  { kind: 'DN', years: 30, source: accounting, checked: false },
  { kind: 'POD', years: 30, source: accounting, checked: false },
  { kind: 'INV', years: 30, source: accounting, checked: false },
  { kind: 'CN', years: 30, source: accounting, checked: false },
  { kind: 'RT', years: 30, source: accounting, checked: false },
  { kind: 'RC', years: 30, source: accounting, checked: false },
  { kind: 'ST', years: 10, source: accounting, checked: false },
];

/** The calendar year in which the fiscal year of this day (YYYY-MM-DD) began; `startMonth` 1–12. */
export function fiscalYearOf(date: string, startMonth = 1): number {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return month >= startMonth ? year : year - 1;
}

/**
 * The first day on which a paper may be disposed of: (fiscalYear + years + 1) on the first day of a fiscal year,
 * where the fiscal year is that of the issue date. Null for 永久.
 */
export function disposableFrom(issueDate: string, years: RetentionYears, startMonth = 1): string | null {
  if (years === null) {
    return null;
  }
  const year = fiscalYearOf(issueDate, startMonth) + years + 1;
  return `${year}-${String(startMonth).padStart(2, '0')}-01`;
}

/** The last day of protection; null for 永久. */
export function protectedThrough(issueDate: string, years: RetentionYears, startMonth = 1): string | null {
  const first = disposableFrom(issueDate, years, startMonth);
  return first === null ? null : addDays(first, -1);
}

export type RetentionFacts = {
  issueDate: string;
  years: RetentionYears;
  startMonth: number;
  activeHolds: number;
  /** Debts that are not settled keep their papers, however old. */
  isUnsettled: boolean;
};
export type RetentionReason = 'permanent' | 'not-expired' | 'on-hold' | 'unsettled';

/** Everything that stands in the way of disposing of a paper on this day; nothing when it may go. */
export function reasonsToKeep(facts: RetentionFacts, today: string): RetentionReason[] {
  const from = disposableFrom(facts.issueDate, facts.years, facts.startMonth);
  const reasons: [boolean, RetentionReason][] = [
    [from === null, 'permanent'],
    [from !== null && today < from, 'not-expired'],
    [facts.activeHolds > 0, 'on-hold'],
    [facts.isUnsettled, 'unsettled'],
  ];
  return reasons.flatMap(([present, reason]) => (present ? [reason] : []));
}
