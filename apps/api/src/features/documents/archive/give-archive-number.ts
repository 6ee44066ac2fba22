import { formatArchiveNumber } from '@danku/domain/records/archive-number.ts';
import { fiscalYearOf, type RetentionYears } from '@danku/domain/records/retention.ts';

import type { Context } from '../../../db/context.ts';
import type { TypeRecord } from '../find-type.ts';
import { nextOf } from '../give-registry-number.ts';

/** The part of the organisation that keeps these papers: accounting records lie with finance. */
const department = 'FIN';
/** Marks the counters of 档号 among the number series; they are no registers. */
export const archiveSeriesPrefix = 'archive:';

/** The 档号 of a document of this type and date. Its counter stays locked until the commit, so there is no gap and no twin. */
export async function giveArchiveNumber(context: Pick<Context, 'tx'>, type: TypeRecord, date: string): Promise<string> {
  const year = fiscalYearOf(date, type.fiscalYearStart);
  const parts = { fonds: type.fonds, year, retentionYears: yearsOf(type), department, category: type.kind };
  const series = `${archiveSeriesPrefix}${type.fonds}-${type.retentionClass}-${department}-${type.kind}`;
  return formatArchiveNumber({ ...parts, item: await nextOf(context, series, String(year)) });
}

export function yearsOf({ retentionClass }: Pick<TypeRecord, 'retentionClass'>): RetentionYears {
  return { '10y': 10, '30y': 30, permanent: null }[retentionClass];
}
