import type { PaperOriginal } from '@danku/contract/archive.ts';
import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../../db/context.ts';
import { record } from '../../../db/record.ts';
import { Problem } from '../../../problem.ts';
import { lockPaper, presentPaper, requirePaperRight } from './find-paper.ts';

export async function returnPaper(
  context: Context,
  { params }: Input<typeof contract.archive.returnPaper>,
): Promise<PaperOriginal> {
  await requirePaperRight(context, params);
  const { loan } = presentPaper(await lockPaper(context, params.id));
  if (loan === null) {
    throw new Problem('conflict', { reasons: ['not-lent'] });
  }
  await context.tx.sql.query('UPDATE app.paper_loans SET returned_at = $2 WHERE id = $1', [loan.id, context.now]);
  await record(context, { type: 'paper.returned', subjectId: params.id, payload: {} });
  return presentPaper(await lockPaper(context, params.id));
}
