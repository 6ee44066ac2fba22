import type { Permission } from '@danku/domain/access/permissions.ts';
import { dutyOf } from '@danku/domain/access/segregation.ts';
import type { DocumentAction, QueueStage } from '@danku/domain/documents/flow.ts';

import type { Actor } from '../../../db/actor.ts';
import type { Binder } from '../../../db/binder.ts';
import { visibleWhere } from '../../../db/visible.ts';

/** The act that moves a document on from each stage: whoever may do it may take the document from the queue. */
export const workOf: Record<QueueStage, DocumentAction> = {
  entry: 'submit',
  review: 'approve',
  'second-review': 'approve',
  adjudication: 'adjudicate',
  approved: 'archive',
};

const permissionsOf: Record<QueueStage, readonly Permission[]> = {
  entry: ['document.enter'],
  review: ['document.review'],
  'second-review': ['document.review', 'document.approve-last'],
  adjudication: ['document.adjudicate'],
  approved: ['document.archive'],
};

export function mayWorkIn(actor: Pick<Actor, 'grants'>, stage: QueueStage): boolean {
  return permissionsOf[stage].some((permission) => actor.grants[permission] !== undefined);
}

/**
 * The Gate's answer for a whole queue, as SQL over app.work_items `w` and app.documents `d`: what this person could take
 * now. $1 is the person, $2 the time. One test compares it with the Gate, item by item.
 */
export function workableWhere(actor: Actor, stage: QueueStage, binder: Binder): string {
  return [
    `w.stage = ${binder.bind(stage)}`,
    freeWhere('w'),
    `NOT EXISTS (SELECT FROM app.work_items o WHERE o.document_id = w.document_id AND o.slot <> w.slot AND o.lease_member_id = $1 AND o.lease_until > $2)`,
    ...scopeAndPolicy(actor, stage, binder),
    ...dutyWhere(stage),
  ].join(' AND ');
}

function freeWhere(alias: string): string {
  return `NOT ${alias}.is_paused AND (${alias}.lease_until IS NULL OR ${alias}.lease_until <= $2 OR ${alias}.lease_member_id = $1)
    AND (${alias}.assignee_id IS NULL OR ${alias}.assignee_id = $1)`;
}

/** Of two places that are both free to this person a queue shows the first, or the one they hold. */
export const firstFreeWhere = `NOT EXISTS (SELECT FROM app.work_items f WHERE f.document_id = w.document_id AND f.slot < w.slot
  AND ${freeWhere('f')} AND NOT (w.lease_member_id IS NOT DISTINCT FROM $1 AND w.lease_until > $2))`;

function scopeAndPolicy(actor: Actor, stage: QueueStage, binder: Binder): string[] {
  const reaches = (permission: Permission) => visibleWhere(actor, binder, { permission, alias: 'w', creator: 'd.created_by' });
  if (stage === 'second-review') {
    return [
      `(d.review_policy = 'dual-sequence' AND ${reaches('document.review')} OR d.review_policy <> 'dual-sequence' AND ${reaches('document.approve-last')})`,
    ];
  }
  return [...permissionsOf[stage].map(reaches), ...(stage === 'entry' ? ['NOT d.is_purchase'] : [])];
}

function dutyWhere(stage: QueueStage): string[] {
  const others = stage === 'adjudication' ? '' : ` AND p.duty <> '${dutyOf[workOf[stage]] ?? ''}'`;
  const apart = `NOT EXISTS (SELECT FROM app.participations p WHERE p.document_id = w.document_id AND p.person_id = $1${others})`;
  if (stage !== 'review' && stage !== 'second-review') {
    return [apart];
  }
  return [
    apart,
    'NOT EXISTS (SELECT FROM app.decisions c WHERE c.document_id = d.id AND c.version_number = d.content_version AND c.person_id = $1)',
    'NOT EXISTS (SELECT FROM app.pending_decisions n WHERE n.document_id = d.id AND n.member_id = $1)',
  ];
}
