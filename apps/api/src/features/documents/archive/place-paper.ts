import type { PaperOriginal } from '@danku/contract/archive.ts';
import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../../db/context.ts';
import { record } from '../../../db/record.ts';
import { Problem } from '../../../problem.ts';
import { findPaper, lockPaper, presentPaper, requirePaperRight } from './find-paper.ts';

/** Gives the paper its place once the document is approved; version 0 says that it had none. */
export async function placePaper(
  context: Context,
  { params, body }: Input<typeof contract.archive.placePaper>,
): Promise<PaperOriginal> {
  const { tx, actor, now } = context;
  const facts = await requirePaperRight(context, params);
  if (facts.stage !== 'approved' && facts.stage !== 'archived') {
    throw new Problem('wrong-stage');
  }
  const values = [params.id, body.box, body.shelf, actor.memberId, now];
  const { rowCount } =
    body.version === 0
      ? await tx.sql.query(
          `INSERT INTO app.paper_originals (document_id, box, shelf, placed_by, placed_at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (tenant_id, document_id) DO NOTHING`,
          values,
        )
      : await tx.sql.query(
          `UPDATE app.paper_originals SET box = $2, shelf = $3, placed_by = $4, placed_at = $5, version = version + 1
           WHERE document_id = $1 AND version = $6`,
          [...values, body.version],
        );
  if (rowCount === 0) {
    const current = await findPaper(context, params.id);
    throw new Problem('stale', { current: current === null ? null : presentPaper(current) });
  }
  await record(context, { type: 'paper.placed', subjectId: params.id, payload: { box: body.box, shelf: body.shelf } });
  return presentPaper(await lockPaper(context, params.id));
}
