import type { Services } from '../../db/context.ts';
import { withoutTenant } from '../../db/tenant.ts';
import { makeLink } from '../../db/make-link.ts';

/** The address at which the first organisation is created, for a week; null once there is one. */
export async function makeSetUpLink(services: Services): Promise<string | null> {
  return withoutTenant(services.database, async (tx) => {
    const { rowCount } = await tx.sql.query('SELECT FROM identity.organisations LIMIT 1');
    if (rowCount !== 0) {
      return null;
    }
    const { url } = await makeLink(tx, services, { purpose: 'setup', hours: 24 * 7 }, services.clock());
    return url;
  });
}
