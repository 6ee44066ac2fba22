import type { GateActor } from '@danku/domain/access/gate.ts';

/** Who acts, in which organisation, by which right and when. Made by the door; handlers only read it. */
export interface Actor extends GateActor {
  tenantId: string;
  accountId: string | null;
  name: string;
  roleKeys: readonly string[];
  via: 'session' | 'token' | 'system' | 'cli';
  sessionId: string | null;
  ip: string | null;
  requestId: string | null;
  now: Date;
  timeZone: string;
  currency: string;
}

/** The member id of the system itself. It is no row; the log keeps it as null. */
export const systemMemberId = '00000000-0000-0000-0000-000000000000';

/** The machine acting for an organisation: the worker's reactions, sweeps, the command line. It passes no Gate. */
export function systemActor(tenantId: string, now: Date = new Date(), via: 'system' | 'cli' = 'system'): Actor {
  return {
    tenantId,
    memberId: systemMemberId,
    accountId: null,
    name: via,
    roleKeys: [],
    grants: {},
    customerGroupIds: [],
    via,
    sessionId: null,
    ip: null,
    requestId: null,
    now,
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
  };
}
