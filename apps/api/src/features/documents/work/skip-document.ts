import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';
import { addDays, dateIn, instantAt } from '@danku/domain/time/zone.ts';

import type { Context } from '../../../db/context.ts';
import { record } from '../../../db/record.ts';
import { giveBack } from './release-document.ts';

/** Puts a document aside until midnight: for this person it comes last, others get it at once. Skipping is seen. */
export async function skipDocument(
  context: Context,
  { params, body }: Input<typeof contract.work.skipDocument>,
): Promise<undefined> {
  const { tx, actor, now } = context;
  const stage = await giveBack(context, params.id);
  const until = instantAt(addDays(dateIn(now, actor.timeZone), 1), 0, actor.timeZone);
  await tx.sql.query(
    `INSERT INTO app.skips (document_id, member_id, stage, reason, until) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, document_id, member_id, stage) DO UPDATE SET reason = excluded.reason, until = excluded.until`,
    [params.id, actor.memberId, stage, body.reason, until],
  );
  await record(context, { type: 'document.skipped', subjectId: params.id, payload: { stage, reason: body.reason } });
  return undefined;
}
