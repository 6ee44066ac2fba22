import type { DomainEvent } from '@danku/domain/events.ts';

import { systemActor } from '../../db/actor.ts';
import type { Visitor } from '../../db/context.ts';
import { record } from '../../db/record.ts';
import { enterTenant } from '../../db/tenant.ts';
import type { Tx } from '../../db/tx.ts';

export interface Person {
  accountId: string;
  name: string;
  sessionId: string | null;
}

/** What concerns an account is seen by each organisation it belongs to, in that organisation's own log. Ends inside the last one. */
export async function recordInOrganisations(
  outside: Tx,
  { accountId, name, sessionId }: Person,
  { visitor, now }: { visitor: Visitor; now: Date },
  eventFor: (memberId: string) => DomainEvent,
): Promise<void> {
  const { rows } = await outside.sql.query<{ tenantId: string; memberId: string }>(
    'SELECT tenant_id AS "tenantId", member_id AS "memberId" FROM identity.memberships WHERE account_id = $1 AND is_active',
    [accountId],
  );
  for (const { tenantId, memberId } of rows) {
    const tx = await enterTenant(outside, tenantId);
    const actor = {
      ...systemActor(tenantId, now),
      memberId,
      name,
      via: 'session' as const,
      sessionId,
      ip: visitor.ip,
      requestId: visitor.requestId,
    };
    await record({ tx, actor, now }, eventFor(memberId));
  }
}
