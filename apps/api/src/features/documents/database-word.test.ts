import { contract } from '@danku/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemActor } from '../../db/actor.ts';
import { withTenant } from '../../db/tenant.ts';
import type { Tx } from '../../db/tx.ts';
import { as } from '../../test/as.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import { approve, buildTeam, submitted, workingMorning, type Team } from './test/papers.ts';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
});
afterAll(() => server.close());

const asApplication = <T>(work: (tx: Tx) => Promise<T>) =>
  withTenant(server.services.database, systemActor(team.tenant.id, workingMorning), work);

/** What stays true although the code above it were wrong: SQL as the application's own role. */
describe('the database', () => {
  it('lets nobody who entered a document decide on it', async () => {
    const document = await submitted(team.clerk);
    const decide = asApplication((tx) =>
      tx.sql.query(
        `INSERT INTO app.decisions (id, document_id, version_number, content_hash, slot, person_id, decision, decided_at)
         VALUES (gen_random_uuid(), $1, 1, 'x', 1, $2, 'approve', now())`,
        [document.id, team.clerk.id],
      ),
    );
    await expect(decide).rejects.toMatchObject({ code: '23503' });
    const change = asApplication((tx) =>
      tx.sql.query(`UPDATE app.participations SET duty = 'review' WHERE document_id = $1 AND person_id = $2`, [
        document.id,
        team.clerk.id,
      ]),
    );
    await expect(change).rejects.toMatchObject({ code: '42501' });
    const second = asApplication((tx) =>
      tx.sql.query(`INSERT INTO app.participations (document_id, person_id, duty, since) VALUES ($1, $2, 'review', now())`, [
        document.id,
        team.clerk.id,
      ]),
    );
    await expect(second).rejects.toMatchObject({ code: '23505' });
  });

  it.each(['events', 'document_versions', 'decisions', 'participations', 'archive_records'])(
    'never changes or deletes %s',
    async (table) => {
      for (const statement of [
        `UPDATE app.${table} SET tenant_id = tenant_id`,
        `DELETE FROM app.${table}`,
        `TRUNCATE app.${table}`,
      ]) {
        await expect(asApplication((tx) => tx.sql.query(statement))).rejects.toMatchObject({ code: '42501' });
      }
    },
  );

  it('seals what is archived: row, lines and files', async () => {
    const document = await approve(team.reviewer, await submitted(team.clerk));
    await asApplication((tx) => tx.sql.query(`UPDATE app.documents SET stage = 'archived' WHERE id = $1`, [document.id]));
    const changed = async (statement: string) => (await asApplication((tx) => tx.sql.query(statement, [document.id]))).rowCount;
    expect(await changed(`UPDATE app.documents SET number = 'x' WHERE id = $1`)).toBe(0);
    expect(await changed('UPDATE app.document_lines SET net_minor = 1 WHERE document_id = $1')).toBe(0);
    expect(await changed('DELETE FROM app.document_lines WHERE document_id = $1')).toBe(0);
    const insert = (sealed: boolean) =>
      asApplication((tx) =>
        tx.sql.query('INSERT INTO app.document_lines (document_id, position, sealed) VALUES ($1, 99, $2)', [document.id, sealed]),
      );
    await expect(insert(false)).rejects.toMatchObject({ code: '23503' });
    await expect(insert(true)).rejects.toMatchObject({ code: '42501' });
    const read = await as(team.clerk).call(contract.documents.readDocument, { params: { id: document.id } });
    expect(read.lines).toHaveLength(1);
  });
});
