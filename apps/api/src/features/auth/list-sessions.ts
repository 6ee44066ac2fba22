import type { contract } from '@danku/contract';
import type { Reply } from '@danku/contract/endpoint.ts';

import type { AccountContext } from '../../db/context.ts';

interface Row {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  ip: string | null;
  userAgent: string | null;
}

export async function listSessions({
  tx,
  account,
  now,
  services,
}: AccountContext): Promise<Reply<typeof contract.auth.listSessions>> {
  const idleSince = new Date(now.getTime() - services.settings.sessionIdleMinutes * 60_000);
  const { rows } = await tx.sql.query<Row>(
    `SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", ip, user_agent AS "userAgent"
     FROM identity.sessions
     WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND last_seen_at > $3
     ORDER BY last_seen_at DESC LIMIT 100`,
    [account.id, now, idleSince],
  );
  return {
    items: rows.map(({ createdAt, lastSeenAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isCurrent: row.id === account.sessionId,
    })),
  };
}
