import type { Database } from './client.ts';
import { withoutTenant } from './tenant.ts';

/** Every organisation of the installation, for sweeps that visit them one by one. */
export async function tenantIdsOf(database: Database): Promise<string[]> {
  return withoutTenant(database, async (tx) => {
    const { rows } = await tx.sql.query<{ id: string }>('SELECT id FROM identity.organisations ORDER BY id');
    return rows.map(({ id }) => id);
  });
}
