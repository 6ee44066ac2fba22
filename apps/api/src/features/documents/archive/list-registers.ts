import type { contract } from '@danku/contract';
import type { Reply } from '@danku/contract/endpoint.ts';
import { gapsOf } from '@danku/domain/documents/numbering.ts';

import type { Context } from '../../../db/context.ts';
import { requirePermission } from '../../../db/require-permission.ts';
import { Problem } from '../../../problem.ts';
import { archiveSeriesPrefix } from './give-archive-number.ts';
import { shownPeriod } from './register-period.ts';

type Row = { series: string; period: string; last: number; given: number[]; voided: number[] };

/** Every series of registry numbers with what was given, voided and, which must never be, lost. */
export async function listRegisters(context: Context): Promise<Reply<typeof contract.archive.listRegisters>> {
  requireWholeRegister(context);
  const { rows } = await context.tx.sql.query<Row>(
    `SELECT s.series, s.period, s.last,
       ARRAY(SELECT r.sequence FROM app.number_register r WHERE r.series = s.series AND r.period = s.period AND r.voided_at IS NULL) AS given,
       ARRAY(SELECT r.sequence FROM app.number_register r WHERE r.series = s.series AND r.period = s.period AND r.voided_at IS NOT NULL) AS voided
     FROM app.number_series s WHERE NOT starts_with(s.series, $1) ORDER BY s.period DESC, s.series`,
    [archiveSeriesPrefix],
  );
  const items = rows.map(({ given, voided, period, ...row }) => ({
    ...row,
    period: shownPeriod(period),
    given: given.length,
    voided: voided.length,
    // The number that comes next bounds the search: a number lost at the end is a gap too.
    gaps: gapsOf([...given, row.last + 1], voided),
  }));
  return { items };
}

/** A register names every document of a series, so a narrower right does not open it. */
export function requireWholeRegister(context: Pick<Context, 'actor'>): void {
  if (requirePermission(context, 'register.read') !== 'all') {
    throw new Problem('forbidden', { reasons: ['outside-scope'] });
  }
}
