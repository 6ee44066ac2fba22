import type { ReviewPolicy, Stage } from '@danku/domain/documents/flow.ts';
import type { Kind } from '@danku/domain/documents/kinds.ts';

import { systemActor } from '../db/actor.ts';
import { withTenant } from '../db/tenant.ts';
import type { Tx } from '../db/tx.ts';
import { uuid7 } from '../db/uuid7.ts';
import type { TestMember } from './factories.ts';

export interface GivenDocument {
  kind?: Kind;
  stage?: Stage;
  policy?: ReviewPolicy;
  ownerId?: string | null;
  customerGroupId?: string | null;
  fields?: Record<string, string | null>;
}

export interface BuiltDocument {
  id: string;
  version: number;
  stage: Stage;
}

/**
 * A document in any stage, as rows: entered by `clerk`, who holds the duty of entry; from review on with its first
 * version, and with a work item where its stage has a queue. Numbers and decisions are left out: whoever tests those
 * goes through the operations.
 */
export async function buildDocument(clerk: TestMember, given: GivenDocument = {}): Promise<BuiltDocument> {
  const { server, id: tenantId } = clerk.tenant;
  const now = server.services.clock();
  const { kind = 'SO', stage = 'entry', policy = 'single', ownerId = null, customerGroupId = null, fields = {} } = given;
  const id = uuid7(now);
  await withTenant(server.services.database, systemActor(tenantId, now), async (tx) => {
    await tx.sql.query(
      `INSERT INTO app.documents (id, kind, type_id, stage, draft_number, currency, review_policy, owner_id, customer_group_id, created_by, fields,
         content_version, submitted_by, submitted_at, created_at, updated_at)
       SELECT $1::uuid, $2, t.id, $3, 'D-' || right($1::uuid::text, 8), 'CNY', $4, $5, $6, $7, $8, $9, $10, $11, $12, $12
       FROM app.document_types t WHERE t.kind = $2 LIMIT 1`,
      [
        id,
        kind,
        stage,
        policy,
        ownerId,
        customerGroupId,
        clerk.id,
        JSON.stringify(fields),
        ...submission(stage, clerk.id, now),
        now,
      ],
    );
    await tx.sql.query(`INSERT INTO app.participations (document_id, person_id, duty, since) VALUES ($1, $2, 'entry', $3)`, [
      id,
      clerk.id,
      now,
    ]);
    await addVersion(tx, { id, stage, clerkId: clerk.id, fields }, now);
    await addWorkItem(tx, { id, stage, kind, policy, ownerId, customerGroupId }, now);
  });
  return { id, version: 1, stage };
}

function submission(stage: Stage, clerkId: string, now: Date): unknown[] {
  return stage === 'entry' ? [0, null, null] : [1, clerkId, now];
}

async function addVersion(
  tx: Tx,
  { id, stage, clerkId, fields }: { id: string; stage: Stage; clerkId: string; fields: object },
  now: Date,
): Promise<void> {
  if (stage === 'entry') {
    return;
  }
  await tx.sql.query(
    `INSERT INTO app.document_versions (document_id, number, content, content_hash, files, submitted_by, submitted_at)
     VALUES ($1, 1, $2, 'test', '[]', $3, $4)`,
    [id, JSON.stringify({ fields, lines: [] }), clerkId, now],
  );
}

type Item = Required<Pick<GivenDocument, 'kind' | 'stage' | 'policy' | 'ownerId' | 'customerGroupId'>> & { id: string };

async function addWorkItem(tx: Tx, { id, stage, kind, policy, ownerId, customerGroupId }: Item, now: Date): Promise<void> {
  if (stage === 'archived' || stage === 'void') {
    return;
  }
  const slots = policy === 'dual-blind' && stage === 'review' ? [1, 2] : [1];
  await tx.sql.query(
    `INSERT INTO app.work_items (document_id, slot, stage, kind, owner_id, customer_group_id, rank_at, entered_at)
     SELECT $1, unnest($2::smallint[]), $3, $4, $5, $6, $7, $7`,
    [id, slots, stage, kind, ownerId, customerGroupId, now],
  );
}
