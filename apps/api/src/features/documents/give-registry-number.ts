import { amendedNumber, formatNumber, parsePattern, periodKey } from '@danku/domain/documents/numbering.ts';

import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import type { DocumentRecord } from './find-document.ts';
import type { TypeRecord } from './find-type.ts';

/**
 * Gives the final number in the approving transaction. The counter's row stays locked until the commit, so no number is
 * given twice and none is lost: take it last. An amendment keeps its predecessor's number with a suffix. Returns the number.
 */
export async function giveRegistryNumber(
  context: Context,
  document: Pick<DocumentRecord, 'id' | 'amends'>,
  type: TypeRecord,
): Promise<string> {
  const { tx } = context;
  const amended = document.amends?.registryNumber ?? null;
  const number =
    amended === null
      ? await nextInSeries(context, document.id, type)
      : amendedNumber(amended, await amendmentOf(context, document.id));
  await tx.sql.query('UPDATE app.documents SET registry_number = $2 WHERE id = $1', [document.id, number]);
  await record(context, { type: 'document.numbered', subjectId: document.id, payload: { registryNumber: number } });
  return number;
}

async function amendmentOf({ tx }: Context, id: string): Promise<number> {
  const { rows } = await tx.sql.query<{ amendment: number }>('SELECT amendment FROM app.documents WHERE id = $1', [id]);
  return rows[0]?.amendment ?? 1;
}

async function nextInSeries({ tx, actor, now }: Context, documentId: string, type: TypeRecord): Promise<string> {
  const period = periodKey(type.numberingReset, now, actor.timeZone);
  const sequence = await nextOf({ tx }, type.prefix, period);
  const pattern = parsePattern(type.numberingPattern);
  if (pattern === null) {
    throw new Error(`Document type ${type.id} has a numbering pattern that cannot be read.`);
  }
  const number = formatNumber(pattern, { type: type.prefix, sequence, instant: now, timeZone: actor.timeZone });
  await tx.sql.query(
    `INSERT INTO app.number_register (series, period, sequence, number, document_id, given_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [type.prefix, period, sequence, number, documentId, now],
  );
  return number;
}

/** The next number of a series: one row per series and period, incremented under its lock. */
export async function nextOf({ tx }: Pick<Context, 'tx'>, series: string, period: string): Promise<number> {
  const { rows } = await tx.sql.query<{ last: number }>(
    `INSERT INTO app.number_series AS s (series, period, last) VALUES ($1, $2, 1)
     ON CONFLICT (tenant_id, series, period) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [series, period],
  );
  const [row] = rows;
  if (row === undefined) {
    throw new Error('The series gave no number.');
  }
  return row.last;
}
