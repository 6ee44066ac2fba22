import { systemActor } from '../db/actor.ts';
import { withTenant } from '../db/tenant.ts';
import { uuid7 } from '../db/uuid7.ts';
import { buildDocument } from './build-document.ts';
import type { TestMember } from './factories.ts';

/** One thing of each sort that an address can name, in a member's organisation, by the first word of the address. */
export async function buildThings(clerk: TestMember): Promise<Record<string, string>> {
  const { server, id: tenantId } = clerk.tenant;
  const now = server.services.clock();
  const document = await buildDocument(clerk, { stage: 'review' });
  const id = uuid7(now);
  return withTenant(server.services.database, systemActor(tenantId, now), async ({ sql }) => {
    await sql.query(`INSERT INTO app.customers (id, code, name, created_at) VALUES ($1, 'C1', 'customer', $2)`, [id, now]);
    await sql.query(`INSERT INTO app.customer_groups (id, name) VALUES ($1, 'group')`, [id]);
    await sql.query(`INSERT INTO app.products (id, code, name, created_at) VALUES ($1, 'P1', 'product', $2)`, [id, now]);
    await sql.query(
      `INSERT INTO app.files (id, hash, size, media_type, name, wrapped_key, uploaded_by, uploaded_at) VALUES ($1, 'x', 1, 'application/pdf', 'a.pdf', 'x', $2, $3)`,
      [id, clerk.id, now],
    );
    await sql.query('INSERT INTO app.inbox_items (id, received_by, received_at) VALUES ($1, $2, $3)', [id, clerk.id, now]);
    const { rows } = await sql.query<{ type: string; role: string; entity: string }>(
      `SELECT (SELECT id FROM app.document_types LIMIT 1) AS type, (SELECT id FROM app.roles LIMIT 1) AS role, (SELECT id FROM app.legal_entities LIMIT 1) AS entity`,
    );
    const [{ type, role, entity } = { type: id, role: id, entity: id }] = rows;
    const same = { customers: id, 'customer-groups': id, products: id, files: id, inbox: id, me: id };
    return { ...same, documents: document.id, members: clerk.id, roles: role, 'legal-entities': entity, 'document-types': type };
  });
}
