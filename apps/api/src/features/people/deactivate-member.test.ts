import { contract } from '@danku/contract';
import type { ReviewPolicy, Stage } from '@danku/domain/documents/flow.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { systemActor } from '../../db/actor.ts';
import { createSecret } from '../../db/credentials.ts';
import { withTenant } from '../../db/tenant.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { as, withToken } from '../../test/as.ts';
import { buildDocument } from '../../test/build-document.ts';
import { eventsOf } from '../../test/events-of.ts';
import { expectRefusals } from '../../test/expect-refusals.ts';
import { buildMember, buildTenant, type TestMember, type TestTenant } from '../../test/factories.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';

const { auth, people } = contract;
let server: TestServer;
let tenant: TestTenant;
let system: TestMember;
let leaving: TestMember;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  tenant = await buildTenant(server);
  system = tenant.founder;
  leaving = await buildMember(tenant, 'clerk', { name: 'leaving' });
});

type Given = {
  stage: Stage;
  createdBy: TestMember;
  reviewedBy?: TestMember;
  assignee?: TestMember;
  lease?: TestMember;
  returned?: boolean;
  policy?: ReviewPolicy;
  asked?: TestMember;
};

const sql = async (text: string, values: unknown[] = []) => {
  const { rows } = await withTenant(server.services.database, systemActor(tenant.id), (tx) => tx.sql.query(text, values));
  return rows;
};

/** A document as the work leaves it behind, without the work. */
async function place({ stage, createdBy, reviewedBy, assignee, lease, returned, policy, asked }: Given): Promise<string> {
  const { id } = await buildDocument(createdBy, { kind: 'INV', stage, policy });
  const [assigneeId, leaseId] = [assignee?.id ?? null, lease?.id ?? null];
  await sql('UPDATE app.documents SET assignee_id = $2, returned_at = CASE WHEN $3 THEN now() END WHERE id = $1', [
    id,
    assigneeId,
    returned === true,
  ]);
  await sql(
    `UPDATE app.work_items SET assignee_id = $2, is_paused = $3, lease_member_id = $4, lease_until = now() + interval '10 minutes'
     WHERE document_id = $1 AND slot = 1`,
    [id, assigneeId, asked !== undefined, leaseId],
  );
  await sql(
    `INSERT INTO app.participations (document_id, person_id, duty, since) SELECT $1, unnest($2::uuid[]), 'review', now()`,
    [id, reviewedBy === undefined ? [] : [reviewedBy.id]],
  );
  await sql(
    `INSERT INTO app.questions (id, document_id, asked_by, asked_id, body, asked_at) SELECT $1, $2, $3, unnest($4::uuid[]), '?', now()`,
    [uuid7(), id, createdBy.id, asked === undefined ? [] : [asked.id]],
  );
  return id;
}

const stateOf = async (id: string) => {
  const [row] = await sql(
    `SELECT d.assignee_id AS assignee, w.assignee_id AS reserved, w.lease_member_id AS lease, w.is_paused AS paused, q.asked_id AS asked, q.answered_at IS NOT NULL AS closed
     FROM app.documents d JOIN app.work_items w ON w.document_id = d.id AND w.slot = 1 LEFT JOIN app.questions q ON q.document_id = d.id WHERE d.id = $1`,
    [id],
  );
  return row;
};

const deactivate = (reassignTo: string | null, member = leaving) =>
  as(system).call(people.deactivateMember, { params: { id: member.id }, body: { version: 1, reassignTo } });

describe('what a person holds', () => {
  it('is counted and listed by what it is, without a word of its content', async () => {
    const other = await buildMember(tenant, 'clerk');
    const draft = await place({ stage: 'entry', createdBy: leaving, lease: leaving });
    await place({ stage: 'entry', createdBy: leaving, returned: true, assignee: leaving });
    await place({ stage: 'entry', createdBy: other, assignee: leaving });
    await place({ stage: 'entry', createdBy: other, asked: leaving });
    await place({ stage: 'entry', createdBy: other });
    await place({ stage: 'archived', createdBy: leaving });
    const held = await as(system).call(people.readHoldings, { params: { id: leaving.id } });
    expect(held).toMatchObject({ drafts: 1, leases: 1, returned: 1, assigned: 1, questions: 1 });
    expect(held.items).toContainEqual({ documentId: draft, label: expect.stringMatching(/^D-/), kind: 'INV', holding: 'draft' });
    const foreign = await buildTenant(server);
    await expectRefusals(
      people.readHoldings,
      { params: { id: leaving.id } },
      { may: system, mayNot: leaving, foreignId: foreign.founder.id },
    );
  });
});

describe('deactivating', () => {
  it('refuses whoever may not', async () => {
    const foreign = await buildTenant(server);
    const input = { params: { id: leaving.id }, body: { version: 1 } };
    await expectRefusals(people.deactivateMember, input, { may: system, mayNot: leaving, foreignId: foreign.founder.id });
    await expectRefusals(people.reactivateMember, input, { may: system, mayNot: leaving, foreignId: foreign.founder.id });
  });

  it('gives work to the one named where their duties allow it, and the rest back to the queue', async () => {
    const heir = await buildMember(tenant, ['clerk', 'reviewer'], { name: 'heir' });
    const draft = await place({ stage: 'entry', createdBy: leaving, lease: leaving });
    const reviewedByHeir = await place({
      stage: 'entry',
      createdBy: leaving,
      returned: true,
      assignee: leaving,
      reviewedBy: heir,
    });
    const enteredByHeir = await place({ stage: 'review', createdBy: heir, assignee: leaving });
    const blind = await place({ stage: 'review', createdBy: system, lease: leaving, policy: 'dual-blind' });
    expect(await deactivate(heir.id)).toMatchObject({ isActive: false, version: 2, deactivatedAt: expect.any(String) });

    expect(await stateOf(draft)).toMatchObject({ assignee: heir.id, reserved: heir.id, lease: null });
    for (const id of [reviewedByHeir, enteredByHeir, blind]) {
      expect(await stateOf(id)).toMatchObject({ assignee: null, reserved: null, lease: null });
    }
    expect(await eventsOf(tenant, 'document.transferred')).toMatchObject([
      { subjectId: draft, actorId: system.id, payload: { fromMemberId: leaving.id, toMemberId: heir.id } },
    ]);
    expect((await eventsOf(tenant, 'document.released')).map(({ subjectId }) => subjectId)).toEqual([
      reviewedByHeir,
      enteredByHeir,
      blind,
    ]);
    expect(await eventsOf(tenant, 'member.deactivated')).toMatchObject([{ subjectId: leaving.id, payload: { reassigned: 1 } }]);
  });

  it('gives everything back to the queue where nobody is named', async () => {
    const returned = await place({ stage: 'entry', createdBy: leaving, returned: true, assignee: leaving });
    await deactivate(null);
    expect(await stateOf(returned)).toMatchObject({ assignee: null, reserved: null });
  });

  it('passes questions on to someone who may answer, and closes them otherwise', async () => {
    const sales = await buildMember(tenant, 'sales', { name: 'sales' });
    const manager = await buildMember(tenant, 'manager');
    const closed = await place({ stage: 'entry', createdBy: leaving, asked: sales });
    await deactivate(manager.id, sales);
    expect(await stateOf(closed)).toMatchObject({ asked: sales.id, closed: true, paused: false });
    expect(await eventsOf(tenant, 'document.question-closed')).toMatchObject([{ subjectId: closed, actorId: system.id }]);

    const [agent, heir] = [await buildMember(tenant, 'service-agent'), await buildMember(tenant, 'sales')];
    const passed = await place({ stage: 'entry', createdBy: heir, asked: agent });
    await deactivate(heir.id, agent);
    expect(await stateOf(passed)).toMatchObject({ asked: heir.id, closed: false, paused: true });
  });

  it('names nobody who has no access', async () => {
    const gone = await buildMember(tenant, 'clerk');
    await deactivate(null, gone);
    const foreign = await buildTenant(server);
    for (const id of [gone.id, foreign.founder.id, leaving.id]) {
      await expect(deactivate(id)).rejects.toMatchObject({
        problem: { errors: [{ path: '/reassignTo', code: 'unknown-member' }] },
      });
    }
  });

  it('ends sessions and tokens at once; reactivating opens the door, but not the old sessions', async () => {
    const token = await addToken(leaving);
    await expect(withToken(server, token).call(people.listMembers)).resolves.toHaveProperty('items');
    const left = await deactivate(null);
    await expect(as(leaving).call(auth.readMe)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(withToken(server, token).call(people.listMembers)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await eventsOf(tenant, 'token.revoked')).toMatchObject([{ subjectId: leaving.id, actorId: system.id }]);

    const back = await as(system).call(people.reactivateMember, { params: { id: leaving.id }, body: { version: left.version } });
    expect(back).toMatchObject({ isActive: true, deactivatedAt: null, roles: [{ key: 'clerk' }] });
    await expect(as(leaving).call(auth.readMe)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await eventsOf(tenant, 'member.reactivated')).toHaveLength(1);
  });

  it('leaves someone signed in who also works elsewhere, there only', async () => {
    const elsewhere = await buildTenant(server);
    const both = await buildMember(tenant, 'clerk', { accountId: elsewhere.founder.accountId });
    await deactivate(null, both);
    await expect(as(both).call(people.listMembers)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(as(elsewhere.founder).call(people.listMembers)).resolves.toHaveProperty('items');
  });

  it('keeps the last system administrator', async () => {
    await expect(deactivate(null, system)).rejects.toMatchObject({ problem: { reasons: ['last-administrator'] } });
  });
});

describe('ending sessions', () => {
  it('is the security administrator’s, ends every session and token, and logs each', async () => {
    const security = await buildMember(tenant, 'security-admin');
    const foreign = await buildTenant(server);
    await addToken(leaving);
    const input = { params: { id: leaving.id }, body: {} };
    await expectRefusals(people.revokeMemberSessions, input, { may: security, mayNot: system, foreignId: foreign.founder.id });
    expect(await as(security).call(people.revokeMemberSessions, input)).toEqual({ revoked: 2 });
    await expect(as(leaving).call(auth.readMe)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await eventsOf(tenant, 'session.revoked')).toMatchObject([{ subjectId: leaving.id, actorId: security.id }]);
  });
});

async function addToken(member: TestMember): Promise<string> {
  const { secret, hash } = createSecret('dk_');
  await sql(
    `INSERT INTO identity.access_tokens (id, tenant_id, account_id, name, token_hash, permissions, created_at, expires_at)
     VALUES ($1, $2, $3, 'script', $4, '{member.read}', now(), now() + interval '1 day')`,
    [uuid7(), tenant.id, member.accountId, hash],
  );
  return secret;
}
