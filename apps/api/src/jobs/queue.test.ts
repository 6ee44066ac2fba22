import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { systemActor } from '../db/actor.ts';
import { record } from '../db/record.ts';
import { withoutTenant, withTenant } from '../db/tenant.ts';
import { uuid7 } from '../db/uuid7.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../test/factories.ts';
import { startTestServer, type TestServer } from '../test/server.ts';
import { deliverDue, type ReactionTable } from './queue.ts';
import type { Told } from './reactions.ts';

let server: TestServer;
let tenant: TestTenant;
let member: TestMember;
const told: Told[] = [];
let fails = 0;

const reactions: ReactionTable = new Map([
  [
    'render-previews',
    async (given: Told) => {
      told.push(given);
      if (fails > 0) {
        fails -= 1;
        throw new Error('not now');
      }
    },
  ],
]);

beforeAll(async () => {
  server = await startTestServer();
  tenant = await buildTenant(server);
  member = await buildMember(tenant, 'clerk');
});
beforeEach(async () => {
  told.length = 0;
  fails = 0;
  server.setTime(new Date());
  await withoutTenant(server.services.database, (tx) => tx.sql.query('UPDATE infra.deliveries SET done_at = now()'));
});
afterAll(() => server.close());

const payload = { name: 'a.pdf', size: 1, mediaType: 'application/pdf', hash: 'x', duplicateOf: null };

function upload(fileId: string, options = {}): Promise<string[]> {
  const now = server.services.clock();
  const actor = { ...systemActor(tenant.id, now), memberId: member.id, name: member.name, via: 'session' as const };
  return withTenant(server.services.database, actor, (tx) =>
    record({ tx, actor, now }, { type: 'file.uploaded', subjectId: fileId, payload }, options),
  );
}

const deliver = () => deliverDue(server.services, reactions, { limit: 100 });
const later = (seconds: number) => server.setTime(new Date(server.services.clock().getTime() + seconds * 1000));

describe('the outbox', () => {
  it('tells a reaction once what happened, to whom and in which organisation', async () => {
    const fileId = uuid7();
    const [eventId] = await upload(fileId);
    expect([await deliver(), await deliver()]).toEqual([1, 0]);
    expect(told).toMatchObject([
      {
        eventId,
        tenantId: tenant.id,
        subjectId: fileId,
        type: 'file.uploaded',
        payload,
        actor: { timeZone: 'Asia/Shanghai', via: 'system' },
      },
    ]);
  });

  it('forgets with the transaction that fails', async () => {
    const actor = systemActor(tenant.id);
    const broken = withTenant(server.services.database, actor, async (tx) => {
      await record({ tx, actor, now: new Date() }, { type: 'file.uploaded', subjectId: uuid7(), payload });
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await deliver()).toBe(0);
  });

  it('waits for its time', async () => {
    await upload(uuid7(), { deliverAt: new Date(server.services.clock().getTime() + 5_000) });
    expect(await deliver()).toBe(0);
    later(6);
    expect(await deliver()).toBe(1);
  });

  it('tries again with growing pauses, and gives up after eight', async () => {
    fails = 1;
    const [eventId] = await upload(uuid7());
    expect([await deliver(), await deliver()]).toEqual([1, 0]);
    later(3);
    expect([await deliver(), told.length]).toEqual([1, 2]);
    fails = 100;
    const [hopeless] = await upload(uuid7());
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await deliver();
      later(700);
    }
    expect(told.filter((one) => one.eventId === hopeless)).toHaveLength(8);
    const { rows } = await withoutTenant(server.services.database, (tx) =>
      tx.sql.query<Record<string, unknown>>(
        'SELECT fault, failed_at IS NOT NULL AS failed FROM infra.deliveries WHERE event_id = ANY ($1::uuid[]) ORDER BY event_id',
        [[eventId, hopeless]],
      ),
    );
    expect(rows).toEqual([
      { fault: 'not now', failed: false },
      { fault: 'not now', failed: true },
    ]);
  });

  it('gives one delivery to one worker, and takes up what a dead one left', async () => {
    await Promise.all(Array.from({ length: 40 }, () => upload(uuid7())));
    const taken = await Promise.all(Array.from({ length: 4 }, () => deliverDue(server.services, reactions, { limit: 10 })));
    expect([taken.reduce((sum, each) => sum + each, 0), new Set(told.map(({ eventId }) => eventId)).size]).toEqual([40, 40]);
    await upload(uuid7());
    await withoutTenant(server.services.database, (tx) =>
      tx.sql.query(`UPDATE infra.deliveries SET attempts = 1, next_at = $1 WHERE done_at IS NULL`, [
        new Date(server.services.clock().getTime() + 600_000),
      ]),
    );
    expect(await deliver()).toBe(0);
    later(601);
    expect(await deliver()).toBe(1);
  });
});
