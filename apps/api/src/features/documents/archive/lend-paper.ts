import type { PaperOriginal } from '@danku/contract/archive.ts';
import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import { dateIn } from '@danku/domain/time/zone.ts';

import type { Context } from '../../../db/context.ts';
import { record } from '../../../db/record.ts';
import { uuid7 } from '../../../db/uuid7.ts';
import { fieldProblem, Problem } from '../../../problem.ts';
import { lockPaper, presentPaper, requirePaperRight } from './find-paper.ts';

/** Hands the paper to someone, who need not be a member. Throws conflict while it is lent. */
export async function lendPaper(
  context: Context,
  { params, body }: Input<typeof contract.archive.lendPaper>,
): Promise<PaperOriginal> {
  const { tx, actor, now } = context;
  await requirePaperRight(context, params);
  const paper = presentPaper(await lockPaper(context, params.id));
  if (paper.loan !== null) {
    throw new Problem('conflict', { reasons: ['already-lent'], current: paper });
  }
  if (body.dueOn !== null && body.dueOn < dateIn(now, actor.timeZone)) {
    throw fieldProblem('/dueOn', 'in-the-past');
  }
  await tx.sql.query(
    'INSERT INTO app.paper_loans (id, document_id, borrower, purpose, due_on, lent_by, lent_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [uuid7(now), params.id, body.borrower, body.purpose, body.dueOn, actor.memberId, now],
  );
  await record(context, { type: 'paper.lent', subjectId: params.id, payload: { borrower: body.borrower, dueOn: body.dueOn } });
  return presentPaper(await lockPaper(context, params.id));
}
