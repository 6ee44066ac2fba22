import { contract } from '@danku/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemActor } from '../../db/actor.ts';
import { withTenant } from '../../db/tenant.ts';
import { as, CallRefused } from '../../test/as.ts';
import { buildMember } from '../../test/factories.ts';
import { patience, scaled } from '../../test/proofs/scaled.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import { nextOf } from './give-registry-number.ts';
import {
  approve,
  buildTeam,
  draft,
  eventTypesOf,
  order,
  read,
  sendBack,
  submitted,
  workingMorning,
  type Team,
} from './test/papers.ts';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
});
afterAll(() => server.close());

/** The status each call ended with; what was no answer of the API counts as 0. */
const statusesOf = (settled: PromiseSettledResult<unknown>[]): number[] =>
  settled.map((result) => {
    if (result.status === 'fulfilled') {
      return 200;
    }
    return result.reason instanceof CallRefused ? result.reason.status : 0;
  });

describe('races', () => {
  it(
    'lets one of fifty parallel approvals win; the others saw an older version',
    async () => {
      const reviewers = await Promise.all(Array.from({ length: 10 }, () => buildMember(team.tenant, 'reviewer')));
      for (let round = 0; round < scaled({ short: 1, full: 200 }); round += 1) {
        const document = await submitted(team.clerk);
        const calls = Array.from({ length: 50 }, (_, index) => approve(reviewers[index % 10] ?? team.reviewer, document));
        const statuses = statusesOf(await Promise.allSettled(calls));
        expect(statuses.filter((status) => status === 200)).toHaveLength(1);
        expect(statuses.filter((status) => status === 412)).toHaveLength(49);
        const events = await eventTypesOf(team.manager, document.id);
        expect(events.filter((type) => type === 'document.approved')).toHaveLength(1);
      }
    },
    patience,
  );

  it(
    'lets one of approve, send back and withdraw win',
    async () => {
      for (let round = 0; round < scaled({ short: 5, full: 100 }); round += 1) {
        const document = await submitted(team.clerk);
        const params = { id: document.id };
        const statuses = statusesOf(
          await Promise.allSettled([
            approve(team.reviewer, document),
            sendBack(team.reviewer2, document),
            as(team.clerk).call(contract.review.withdrawDocument, { params, body: { version: document.version } }),
          ]),
        );
        expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      }
    },
    patience,
  );

  it('refuses to take back what a first blind reviewer is deciding at this moment', async () => {
    const document = await submitted(team.clerk);
    const params = { id: document.id };
    const withdrawal = await withTenant(server.services.database, systemActor(team.tenant.id, workingMorning), async (tx) => {
      await tx.sql.query('SELECT FROM app.documents WHERE id = $1 FOR UPDATE', [document.id]);
      const call = as(team.clerk).call(contract.review.withdrawDocument, { params, body: { version: document.version } });
      const settled = Promise.allSettled([call]);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await tx.sql.query(`INSERT INTO app.participations (document_id, person_id, duty, since) VALUES ($1, $2, 'review', $3)`, [
        document.id,
        team.reviewer.id,
        workingMorning,
      ]);
      await tx.sql.query(
        `INSERT INTO app.decisions (id, document_id, version_number, content_hash, slot, person_id, decision, decided_at)
         VALUES (gen_random_uuid(), $1, 1, 'test', 1, $2, 'approve', $3)`,
        [document.id, team.reviewer.id, workingMorning],
      );
      return () => settled;
    });
    const [outcome] = await withdrawal();
    expect(outcome).toMatchObject({ status: 'rejected', reason: { problem: { reasons: ['already-reviewed'] } } });
  });

  it('counts exactly the edits that were answered with success', async () => {
    const document = await draft(team.clerk);
    let version = document.version;
    let saved = 0;
    for (let round = 0; round < 5; round += 1) {
      const edits = Array.from({ length: 10 }, (_, index) =>
        as(team.clerk).call(contract.documents.changeDocument, {
          params: { id: document.id },
          body: { version, fields: { remark: `${round}-${index}` } },
        }),
      );
      saved += statusesOf(await Promise.allSettled(edits)).filter((status) => status === 200).length;
      version = (await read(team.clerk, document.id)).version;
    }
    expect(version).toBe(1 + saved);
    expect(saved).toBe(5);
  });

  it('blocks the same paper submitted twice at the same moment', async () => {
    const content = order();
    const [one, other] = await Promise.all([draft(team.clerk, content), draft(team.clerk2, content)]);
    const submitAll = [
      as(team.clerk).call(contract.documents.submitDocument, { params: { id: one.id }, body: { version: 1 } }),
      as(team.clerk2).call(contract.documents.submitDocument, { params: { id: other.id }, body: { version: 1 } }),
    ];
    expect(statusesOf(await Promise.allSettled(submitAll)).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });

  it('gives a thousand numbers in parallel without a gap or a twin, also when every third is rolled back', async () => {
    const { database } = server.services;
    const actor = systemActor(team.tenant.id, workingMorning);
    const take = async (index: number) =>
      withTenant(database, actor, async (tx) => {
        const number = await nextOf({ tx }, 'RACE', '202611');
        if (index % 3 === 2) {
          throw new Error('rolled back');
        }
        return number;
      });
    const given = (await Promise.allSettled(Array.from({ length: 1500 }, (_, index) => inTurns(() => take(index))))).flatMap(
      (result) => (result.status === 'fulfilled' ? [result.value] : []),
    );
    expect(given.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
  });

  it('answers a retried approval as the first', async () => {
    const document = await submitted(team.clerk);
    const headers = { 'Idempotency-Key': `approve-${document.id}` };
    const request = () =>
      as(team.reviewer).raw('POST', `/documents/${document.id}/approve`, { body: { version: document.version }, headers });
    const answers = await Promise.all(
      (await Promise.all(Array.from({ length: 10 }, request))).map(async (response) => [response.status, await response.text()]),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(200);
  });
});

let running = 0;
const waiting: (() => void)[] = [];

/** At most as many at once as there are connections; the rest wait here instead of being turned away. */
async function inTurns<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 10) {
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
