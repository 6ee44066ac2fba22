import { judge } from '@danku/domain/access/gate.ts';
import type { DomainEvent } from '@danku/domain/events.ts';

import type { Actor } from '../../db/actor.ts';
import type { Context } from '../../db/context.ts';
import { gateFactsOf } from '../../db/gate-facts.ts';
import { transferred } from './reassign-work.ts';

type Question = { id: string; documentId: string };

/**
 * Puts the questions a person was asked to the heir, where the heir may answer; the rest are closed without an answer,
 * so that no document waits for someone who is gone. Returns what happened, to be recorded.
 */
export async function passOnQuestions(context: Context, memberId: string, heir: Actor | null): Promise<DomainEvent[]> {
  const { rows } = await context.tx.sql.query<Question>(
    'SELECT id, document_id AS "documentId" FROM app.questions WHERE asked_id = $1 AND answered_at IS NULL ORDER BY asked_at, id',
    [memberId],
  );
  const able = heir === null ? new Set<string>() : await answerable(context, heir, rows);
  const passed = rows.filter(({ documentId }) => able.has(documentId));
  const closed = rows.filter(({ documentId }) => !able.has(documentId));
  await closeQuestions(context, closed);
  const events = closed.map(({ id, documentId }): DomainEvent => ({
    type: 'document.question-closed',
    subjectId: documentId,
    payload: { questionId: id },
  }));
  if (heir === null) {
    return events;
  }
  await context.tx.sql.query('UPDATE app.questions SET asked_id = $2 WHERE id = ANY ($1::uuid[])', [
    passed.map(({ id }) => id),
    heir.memberId,
  ]);
  return [...events, ...passed.map(({ documentId }) => transferred(documentId, memberId, heir.memberId))];
}

async function answerable({ tx, now }: Context, heir: Actor, questions: readonly Question[]): Promise<Set<string>> {
  const ids = questions.map(({ documentId }) => documentId);
  const facts = [...(await gateFactsOf({ tx, actor: heir, now }, ids)).values()];
  const able = facts.filter(
    (document) => judge(heir, 'answer', { ...document, openQuestion: { askedId: heir.memberId } }).allowed,
  );
  return new Set(able.map(({ id }) => id));
}

/** The document goes back to its queue; when it is due is told by who hears of the closed question. */
async function closeQuestions({ tx, now }: Context, questions: readonly Question[]): Promise<void> {
  const ids = questions.map(({ id }) => id);
  await tx.sql.query(
    `UPDATE app.work_items w SET is_paused = false
     FROM app.questions q WHERE q.id = ANY ($1::uuid[]) AND w.document_id = q.document_id AND w.is_paused`,
    [ids],
  );
  await tx.sql.query('UPDATE app.questions SET answered_at = $2 WHERE id = ANY ($1::uuid[])', [ids, now]);
}
