import type { Context } from '../../db/context.ts';
import { record } from '../../db/record.ts';

/** The document goes where an answer changes nothing any more: a question that is open is closed without one. */
export async function closeQuestion(context: Context, documentId: string): Promise<void> {
  const { rows } = await context.tx.sql.query<{ id: string }>(
    'UPDATE app.questions SET answered_at = $2 WHERE document_id = $1 AND answered_at IS NULL RETURNING id',
    [documentId, context.now],
  );
  await record(
    context,
    rows.map(({ id }) => ({ type: 'document.question-closed', subjectId: documentId, payload: { questionId: id } })),
  );
}
