import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { z } from 'zod';

import { createBinder } from '../../../db/binder.ts';
import type { Context } from '../../../db/context.ts';
import { pageOf, readCursor } from '../../../db/page.ts';
import { requireWholeRegister } from './list-registers.ts';
import { storedPeriod } from './register-period.ts';

type Row = {
  sequence: number;
  number: string;
  documentId: string;
  givenAt: Date;
  voidedAt: Date | null;
  voidReason: string | null;
};

/** The numbers of one series and period in their order; with `voided` the void register. */
export async function listRegister(
  context: Context,
  { params, query }: Input<typeof contract.archive.listRegister>,
): Promise<Reply<typeof contract.archive.listRegister>> {
  requireWholeRegister(context);
  const where = createBinder();
  const [last = 0] = readCursor(query.cursor, z.tuple([z.int()])) ?? [];
  const voided = query.voided === undefined ? 'true' : `r.voided_at IS ${query.voided ? 'NOT ' : ''}NULL`;
  const { rows } = await context.tx.sql.query<Row>(
    `SELECT r.sequence, r.number, r.document_id AS "documentId", r.given_at AS "givenAt", r.voided_at AS "voidedAt", r.void_reason AS "voidReason"
     FROM app.number_register r
     WHERE r.series = ${where.bind(params.series)} AND r.period = ${where.bind(storedPeriod(params.period))}
       AND r.sequence > ${where.bind(last)}::bigint AND ${voided}
     ORDER BY r.sequence LIMIT ${query.limit + 1}`,
    where.values,
  );
  const present = (row: Row) => ({ ...row, givenAt: row.givenAt.toISOString(), voidedAt: row.voidedAt?.toISOString() ?? null });
  return pageOf(rows, query.limit, { present, keyOf: ({ sequence }) => [sequence] });
}
