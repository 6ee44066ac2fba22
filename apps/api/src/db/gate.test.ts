import { judge } from '@danku/domain/access/gate.ts';
import type { RoleKey } from '@danku/domain/access/roles.ts';
import { documentActions, stages } from '@danku/domain/documents/flow.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildDocument } from '../test/build-document.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../test/factories.ts';
import { startTestServer, type TestServer } from '../test/server.ts';
import { systemActor } from './actor.ts';
import { createBinder } from './binder.ts';
import { gateFactsOf } from './gate-facts.ts';
import { requireGate, verdictsOf } from './gate.ts';
import { memberActor } from './member-actor.ts';
import { withTenant } from './tenant.ts';
import { uuid7 } from './uuid7.ts';
import { visibleWhere } from './visible.ts';

let server: TestServer;
let tenant: TestTenant;
let clerk: TestMember;
let reviewer: TestMember;

beforeAll(async () => {
  server = await startTestServer();
  tenant = await buildTenant(server);
  clerk = await buildMember(tenant, 'clerk');
  reviewer = await buildMember(tenant, 'reviewer');
});
afterAll(() => server.close());

async function asMember<T>(member: TestMember, work: (context: Parameters<typeof verdictsOf>[0]) => Promise<T>): Promise<T> {
  const { database } = server.services;
  const actor = await memberActor(database, { tenantId: member.tenant.id, memberId: member.id });
  return withTenant(database, actor, (tx) => work({ tx, actor, now: actor.now }));
}

const system = <T>(work: (sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>) => Promise<T>) =>
  withTenant(server.services.database, systemActor(tenant.id), (tx) =>
    work(async (text, values) => (await tx.sql.query(text, values)).rows),
  );

describe('the Gate', () => {
  it('lets those through who may', async () => {
    const document = await buildDocument(clerk, { stage: 'review' });
    const facts = await asMember(reviewer, (context) => requireGate(context, 'approve', document, { version: 1 }));
    expect(facts).toMatchObject({
      id: document.id,
      stage: 'review',
      heldDuty: null,
      decidedThisVersion: false,
      openQuestion: null,
    });
  });

  it('hides what one may not see, and what is not there, in the same way', async () => {
    const document = await buildDocument(clerk);
    const sales = await buildMember(tenant, 'sales');
    const neighbour = await buildMember(await buildTenant(server), 'clerk');
    for (const [who, id] of [
      [sales, document.id],
      [neighbour, document.id],
      [clerk, uuid7()],
    ] as const) {
      await expect(asMember(who, (context) => requireGate(context, 'edit', { id }))).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('tells a stale version before a wrong stage', async () => {
    const document = await buildDocument(clerk, { stage: 'approved' });
    await expect(
      asMember(reviewer, (context) => requireGate(context, 'approve', document, { version: 0 })),
    ).rejects.toMatchObject({ code: 'stale' });
    await expect(
      asMember(reviewer, (context) => requireGate(context, 'approve', document, { version: 1 })),
    ).rejects.toMatchObject({
      code: 'wrong-stage',
      facts: { reasons: ['wrong-stage'], remedies: [{ code: 'reload' }] },
    });
  });

  it('says why not, and keeps the refusal in the log though the work is rolled back', async () => {
    const both = await buildMember(tenant, ['clerk', 'reviewer']);
    const document = await buildDocument(both, { stage: 'review' });
    await expect(asMember(both, (context) => requireGate(context, 'approve', document))).rejects.toMatchObject({
      code: 'forbidden',
      facts: { reasons: ['same-person-entered'] },
    });
    const rows = await system((sql) => sql('SELECT actor_id, payload FROM app.events WHERE subject_id = $1', [document.id]));
    expect(rows).toEqual([
      { actor_id: both.id, payload: { action: 'approve', reasons: ['same-person-entered'], duty: 'entry' } },
    ]);
  });

  it('knows leases: one’s own, another’s, one that has run out, and the second blind place', async () => {
    const other = await buildMember(tenant, 'reviewer');
    const reasonsFor = async (
      stage: 'review',
      policy: 'single' | 'dual-blind',
      leases: [slot: number, who: TestMember, minutes: number][],
    ) => {
      const document = await buildDocument(clerk, { stage, policy });
      await system(async (sql) => {
        for (const [slot, who, minutes] of leases) {
          const until = new Date(Date.now() + minutes * 60_000);
          await sql('UPDATE app.work_items SET lease_member_id = $2, lease_until = $3 WHERE document_id = $1 AND slot = $4', [
            document.id,
            who.id,
            until,
            slot,
          ]);
        }
      });
      return (await asMember(reviewer, (context) => verdictsOf(context, document.id))).approve.reasons;
    };
    expect(await reasonsFor('review', 'single', [[1, reviewer, 5]])).toEqual([]);
    expect(await reasonsFor('review', 'single', [[1, other, 5]])).toEqual(['leased-by-other']);
    expect(await reasonsFor('review', 'single', [[1, other, -1]])).toEqual([]);
    expect(await reasonsFor('review', 'dual-blind', [[1, other, 5]])).toEqual([]);
    expect(
      await reasonsFor('review', 'dual-blind', [
        [1, other, 5],
        [2, reviewer, 5],
      ]),
    ).toEqual([]);
    expect(
      await reasonsFor('review', 'dual-blind', [
        [1, other, 5],
        [2, clerk, 5],
      ]),
    ).toEqual(['leased-by-other']);
  });

  it('judges every action in every stage by the facts of the rows alone', async () => {
    for (const stage of stages) {
      const document = await buildDocument(clerk, { stage });
      await asMember(reviewer, async (context) => {
        const facts = (await gateFactsOf(context, [document.id])).get(document.id);
        const verdicts = await verdictsOf(context, document.id);
        expect(Object.keys(verdicts).sort()).toEqual([...documentActions].sort());
        expect(facts && documentActions.map((action) => judge(context.actor, action, facts))).toEqual(
          documentActions.map((action) => verdicts[action]),
        );
      });
    }
  });
});

describe('a list', () => {
  it('shows exactly what the Gate lets a person view, in every scope', async () => {
    const group = uuid7();
    await system((sql) => sql(`INSERT INTO app.customer_groups (id, name) VALUES ($1, 'south')`, [group]));
    const roles: RoleKey[] = ['clerk', 'sales', 'service-agent', 'hr'];
    const people = await Promise.all(roles.map((role) => buildMember(tenant, role)));
    const [, sales, agent] = people;
    await system((sql) =>
      sql('INSERT INTO app.member_customer_groups (member_id, group_id) VALUES ($1, $2)', [agent?.id, group]),
    );
    await buildDocument(clerk, { ownerId: sales?.id ?? null });
    await buildDocument(clerk, { customerGroupId: group });
    await buildDocument(clerk, { customerGroupId: group, ownerId: agent?.id ?? null });
    const all = (await system((sql) => sql('SELECT id FROM app.documents'))).map(({ id }) => String(id));
    for (const person of people) {
      await asMember(person, async (context) => {
        const where = createBinder();
        const { rows } = await context.tx.sql.query<{ id: string }>(
          `SELECT d.id FROM app.documents d WHERE ${visibleWhere(context.actor, where)}`,
          where.values,
        );
        const facts = await gateFactsOf(context, all);
        const viewable = [...facts.values()].filter((one) => judge(context.actor, 'view', one).allowed);
        expect(rows.map(({ id }) => id).sort()).toEqual(viewable.map(({ id }) => id).sort());
      });
    }
  });
});
