import type { contract } from '@danku/contract';
import type { Comment } from '@danku/contract/discussion.ts';
import type { Input } from '@danku/contract/endpoint.ts';
import { isBlindTo } from '@danku/domain/access/blind.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { record } from '../../../db/record.ts';
import { Problem } from '../../../problem.ts';
import { commentSelect, presentComment, type CommentRow } from './comment-row.ts';

/** Settled comments stay settled: doing it twice changes nothing. A comment one may not see cannot be settled. */
export async function resolveComment(
  context: Context,
  { params }: Input<typeof contract.discussion.resolveComment>,
): Promise<Comment> {
  const { tx, actor, now } = context;
  const facts = await requireGate(context, 'comment', params);
  const { rows } = await tx.sql.query<CommentRow>(`${commentSelect} WHERE c.document_id = $1 AND c.id = $2 FOR UPDATE OF c`, [
    params.id,
    params.commentId,
  ]);
  const [comment] = rows;
  if (comment === undefined || (isBlindTo(actor, facts) && comment.authorId !== actor.memberId)) {
    throw new Problem('not-found');
  }
  if (comment.resolvedAt !== null) {
    return presentComment(comment);
  }
  await tx.sql.query('UPDATE app.comments SET resolved_at = $2, resolved_by = $3 WHERE id = $1', [
    comment.id,
    now,
    actor.memberId,
  ]);
  await record(context, { type: 'document.comment-resolved', subjectId: params.id, payload: { commentId: comment.id } });
  return presentComment({ ...comment, resolvedAt: now });
}
