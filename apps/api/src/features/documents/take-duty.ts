import type { Duty } from '@danku/domain/access/segregation.ts';

import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';

/**
 * Writes down that this person holds this duty on the document, for ever. Throws forbidden when they hold another:
 * the Gate has asked before, this is the database's own word (a race, a bug above).
 */
export async function takeDuty(
  { tx, actor, now }: Pick<Context, 'tx' | 'actor' | 'now'>,
  documentId: string,
  duty: Duty,
): Promise<void> {
  const { rows } = await tx.sql.query<{ duty: Duty }>(
    `WITH taken AS (
       INSERT INTO app.participations (document_id, person_id, duty, since) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING duty)
     SELECT duty FROM taken
     UNION ALL SELECT duty FROM app.participations WHERE document_id = $1 AND person_id = $2`,
    [documentId, actor.memberId, duty, now],
  );
  const held = rows[0]?.duty;
  if (held !== undefined && held !== duty) {
    throw new Problem('forbidden', { reasons: [reasonOf[held]] });
  }
}

const reasonOf: Record<Duty, string> = {
  entry: 'same-person-entered',
  review: 'same-person-reviewed',
  archive: 'same-person-archived',
};
