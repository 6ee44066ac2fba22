import type { EventShown } from '@danku/contract/document-shapes.ts';

/** An event with the names of the people in it, as timelines and the audit explorer show it. `atText` is exact to the microsecond, for cursors. */
export type EventRow = {
  id: string;
  at: Date;
  atText: string;
  type: string;
  subjectId: string | null;
  actorId: string | null;
  actorName: string;
  onBehalfOfId: string | null;
  onBehalfOfName: string | null;
  via: string;
  ip: string | null;
  requestId: string | null;
  payload: Record<string, unknown>;
};

export const eventColumns = `e.id, e.at, e.at::text AS "atText", e.type, e.subject_id AS "subjectId", e.actor_id AS "actorId",
  e.actor_name AS "actorName", e.on_behalf_of_id AS "onBehalfOfId", ob.name AS "onBehalfOfName", e.via, e.ip, e.request_id AS "requestId", e.payload`;

export const eventJoins = 'LEFT JOIN app.members ob ON ob.tenant_id = e.tenant_id AND ob.id = e.on_behalf_of_id';

export function presentEvent(row: EventRow): EventShown {
  return {
    id: row.id,
    at: row.at.toISOString(),
    type: row.type,
    subjectId: row.subjectId,
    actor: row.actorId === null ? null : { id: row.actorId, name: row.actorName },
    actorName: row.actorName,
    onBehalfOf: row.onBehalfOfId === null ? null : { id: row.onBehalfOfId, name: row.onBehalfOfName ?? '' },
    via: row.via,
    ip: row.ip,
    requestId: row.requestId,
    payload: row.payload,
  };
}
