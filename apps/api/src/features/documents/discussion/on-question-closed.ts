import { withTenant } from '../../../db/tenant.ts';
import type { Told } from '../../../jobs/reactions.ts';
import { resumeClock } from './resume-clock.ts';

/** A question was closed without an answer: the document's time limit, which stood still, runs on. Doing it twice changes nothing. */
export async function onQuestionClosed({ actor, subjectId, services }: Told): Promise<void> {
  if (subjectId === null) {
    return;
  }
  const now = services.clock();
  await withTenant(services.database, actor, async (tx) => {
    const { rowCount } = await tx.sql.query(
      'SELECT FROM app.documents d WHERE d.id = $1 AND NOT EXISTS (SELECT FROM app.questions q WHERE q.document_id = d.id AND q.answered_at IS NULL) FOR UPDATE',
      [subjectId],
    );
    if (rowCount === 1) {
      const due = await resumeClock({ tx, actor, now }, subjectId);
      await tx.sql.query("UPDATE app.documents SET due_at = $2 WHERE id = $1 AND stage NOT IN ('archived', 'void')", [
        subjectId,
        due,
      ]);
    }
  });
}
