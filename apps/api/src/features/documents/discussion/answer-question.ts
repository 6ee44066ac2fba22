import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';

import type { Context } from '../../../db/context.ts';
import { record } from '../../../db/record.ts';
import { uuid7 } from '../../../db/uuid7.ts';
import { presentDocument } from '../present-document.ts';
import { requireChanged, requireCurrent } from '../require-current.ts';
import { resumeClock } from './resume-clock.ts';

type Question = { id: string; askedBy: string; body: string; askedAt: Date };

/** Question and answer go to the document's discussion, and its clock runs on where it stood. */
export async function answerQuestion(
  context: Context,
  { params, body }: Input<typeof contract.discussion.answerQuestion>,
): Promise<Document> {
  const { tx, now } = context;
  await requireCurrent(context, 'answer', params.id, body.version);
  const { rows } = await tx.sql.query<Question>(
    `UPDATE app.questions SET answer = $2, answered_at = $3 WHERE document_id = $1 AND answered_at IS NULL
     RETURNING id, asked_by AS "askedBy", body, asked_at AS "askedAt"`,
    [params.id, body.body, now],
  );
  const due = await resumeClock(context, params.id);
  const { rowCount } = await tx.sql.query(
    'UPDATE app.documents SET version = version + 1, updated_at = $3, due_at = $4 WHERE id = $1 AND version = $2',
    [params.id, body.version, now, due],
  );
  await requireChanged(context, params.id, rowCount);
  await discuss(context, params.id, rows, body.body);
  await record(context, { type: 'document.answered', subjectId: params.id, payload: { questionId: rows[0]?.id ?? '' } });
  return presentDocument(context, params.id);
}

async function discuss({ tx, actor, now }: Context, id: string, [question]: Question[], answer: string): Promise<void> {
  if (question === undefined) {
    return;
  }
  const { askedBy, body, askedAt } = question;
  await tx.sql.query(
    'INSERT INTO app.comments (id, document_id, author_id, body, created_at) VALUES ($2, $1, $3, $4, $5), ($6, $1, $7, $8, $9)',
    [id, uuid7(askedAt), askedBy, body, askedAt, uuid7(now), actor.memberId, answer, now],
  );
}
