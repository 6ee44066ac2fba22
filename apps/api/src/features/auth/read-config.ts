import type { contract } from '@danku/contract';
import type { Reply } from '@danku/contract/endpoint.ts';

import type { PublicContext } from '../../db/context.ts';

export async function readConfig({ tx, services: { settings } }: PublicContext): Promise<Reply<typeof contract.auth.readConfig>> {
  const { rows } = await tx.sql.query<{ isThere: boolean }>('SELECT EXISTS (SELECT FROM identity.organisations) AS "isThere"');
  const { isDemo, uploadLimitBytes, version, isHttps } = settings;
  return { needsSetUp: rows[0]?.isThere !== true, isDemo, uploadLimitBytes, version, isSecure: isHttps };
}
