import { randomUUID } from 'node:crypto';

import { contract } from '@danku/contract';
import type { Stage } from '@danku/domain/documents/flow.ts';

import { systemActor } from '../../db/actor.ts';
import { withTenant } from '../../db/tenant.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { as } from '../as.ts';
import { buildDocument } from '../build-document.ts';
import { buildMember, openSession, type TestMember, type TestTenant } from '../factories.ts';
import { runDueJobs } from '../jobs.ts';
import { samplePdf } from '../sample-files.ts';
import type { Thing } from './access-rules.ts';

/** One thing of a sort, as a row, in the organisation of `maker`. */
export async function makeThing(thing: Thing, maker: TestMember): Promise<string> {
  const now = maker.tenant.server.services.clock();
  switch (thing) {
    case 'member':
      return (await buildMember(maker.tenant, 'hr')).id;
    case 'session':
      return makeSession(maker);
    default: {
      const id = uuid7(now);
      await insert(maker, inserts[thing], [id, `x ${randomUUID().slice(0, 8)}`, now, maker]);
      return id;
    }
  }
}

type Values = [id: string, name: string, now: Date, maker: TestMember];
const inserts: Record<Exclude<Thing, 'member' | 'session'>, (values: Values) => [string, unknown[]]> = {
  customer: ([id, name, now]) => [
    'INSERT INTO app.customers (id, code, name, created_at) VALUES ($1, $2, $2, $3)',
    [id, name, now],
  ],
  'customer-group': ([id, name]) => ['INSERT INTO app.customer_groups (id, name) VALUES ($1, $2)', [id, name]],
  product: ([id, name, now]) => [
    'INSERT INTO app.products (id, code, name, created_at) VALUES ($1, $2, $2, $3)',
    [id, name, now],
  ],
  'legal-entity': ([id, name]) => ['INSERT INTO app.legal_entities (id, name, tax_id) VALUES ($1, $2, $2)', [id, name]],
  'document-type': ([id, name]) => [
    `INSERT INTO app.document_types (id, kind, name, prefix, numbering_pattern, numbering_reset, review_rules, sla_minutes, retention_class)
     SELECT $1, kind, $2, $2, numbering_pattern, numbering_reset, review_rules, sla_minutes, retention_class FROM app.document_types WHERE kind = 'SO' LIMIT 1`,
    [id, name],
  ],
  role: ([id, name]) => [
    `INSERT INTO app.roles (id, key, name, permissions, scope) VALUES ($1, $2, $2, '{customer.read}', 'own')`,
    [id, name],
  ],
  token: ([id, name, now, maker]) => [
    `INSERT INTO identity.access_tokens (id, tenant_id, account_id, name, token_hash, permissions, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $4, '{}', $5, $6)`,
    [id, maker.tenant.id, maker.accountId, name, now, new Date(now.getTime() + 86_400_000)],
  ],
};

async function makeSession(maker: TestMember): Promise<string> {
  await openSession(maker.tenant.server, maker.accountId);
  const { items } = await as(maker).call(contract.auth.listSessions);
  return items.find(({ isCurrent }) => !isCurrent)?.id ?? '';
}

async function insert(maker: TestMember, statement: (values: Values) => [string, unknown[]], values: Values): Promise<void> {
  const { server, id } = maker.tenant;
  await withTenant(server.services.database, systemActor(id), (tx) => tx.sql.query(...statement(values)));
}

/** Whose customers a document is about. */
export interface Belonging {
  ownerId: string | null;
  customerGroupId: string | null;
}

export async function makeDocument(maker: TestMember, stage: Stage, belonging: Belonging): Promise<string> {
  return (await buildDocument(maker, { stage, ...belonging })).id;
}

/** A real file with its pages, in a document that belongs to these. */
export async function makeFile(maker: TestMember, belonging: Belonging): Promise<string> {
  const { server, id: tenantId } = maker.tenant;
  const document = await makeDocument(maker, 'review', belonging);
  const { items } = await as(maker).upload(contract.files.uploadFiles, [samplePdf('page.pdf', { text: randomUUID() })], {
    query: { inbox: false },
  });
  const fileId = items[0]?.file.id ?? '';
  await withTenant(server.services.database, systemActor(tenantId), (tx) =>
    tx.sql.query('INSERT INTO app.document_files (document_id, file_id, position) VALUES ($1, $2, 1)', [document, fileId]),
  );
  await runDueJobs(server);
  return fileId;
}

export async function makeInboxItem(maker: TestMember): Promise<string> {
  const { server, id: tenantId } = maker.tenant;
  const now = server.services.clock();
  const id = uuid7(now);
  await withTenant(server.services.database, systemActor(tenantId), (tx) =>
    tx.sql.query('INSERT INTO app.inbox_items (id, received_by, received_at) VALUES ($1, $2, $3)', [id, maker.id, now]),
  );
  return id;
}

export async function makeComment(maker: TestMember, documentId: string): Promise<string> {
  const { server, id: tenantId } = maker.tenant;
  const now = server.services.clock();
  const id = uuid7(now);
  await withTenant(server.services.database, systemActor(tenantId), (tx) =>
    tx.sql.query(`INSERT INTO app.comments (id, document_id, author_id, body, created_at) VALUES ($1, $2, $3, 'x', $4)`, [
      id,
      documentId,
      maker.id,
      now,
    ]),
  );
  return id;
}

/** A customer group, and the person of a scope "groups" who is assigned to it. */
export async function makeGroup(tenant: TestTenant, assigned: TestMember): Promise<string> {
  const id = await makeThing('customer-group', tenant.founder);
  await withTenant(tenant.server.services.database, systemActor(tenant.id), (tx) =>
    tx.sql.query('INSERT INTO app.member_customer_groups (member_id, group_id) VALUES ($1, $2)', [assigned.id, id]),
  );
  return id;
}
