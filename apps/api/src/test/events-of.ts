import { systemActor } from '../db/actor.ts';
import { withTenant } from '../db/tenant.ts';
import type { TestServer } from './server.ts';

interface Logged {
  type: string;
  subjectId: string | null;
  actorId: string | null;
  payload: Record<string, unknown>;
}

/** What the log of an organisation says, oldest first; of one type where it is named. */
export async function eventsOf({ server, id }: { server: TestServer; id: string }, type?: string): Promise<Logged[]> {
  return withTenant(server.services.database, systemActor(id), async (tx) => {
    const { rows } = await tx.sql.query<Logged & Record<string, unknown>>(
      `SELECT type, subject_id AS "subjectId", actor_id AS "actorId", payload FROM app.events
       WHERE $1::text IS NULL OR type = $1 ORDER BY at, id`,
      [type ?? null],
    );
    return rows;
  });
}
