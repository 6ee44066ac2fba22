import { judge } from '@danku/domain/access/gate.ts';
import type { DocumentAction, Stage } from '@danku/domain/documents/flow.ts';
import type { DomainEvent } from '@danku/domain/events.ts';

import type { Actor } from '../../db/actor.ts';
import type { Context } from '../../db/context.ts';
import { gateFactsOf } from '../../db/gate-facts.ts';
import { findHoldings, type Held } from './find-holdings.ts';

/**
 * Gives what a person holds to the heir, where the Gate would let the heir do the work (duties, rights, scope), and
 * everything else back to its queue. Returns what happened, to be recorded.
 */
export async function reassignWork(context: Context, memberId: string, heir: Actor | null): Promise<DomainEvent[]> {
  const held = uniqueDocuments(await findHoldings(context, memberId));
  await letGo(context, memberId);
  const able = heir === null ? new Set<string>() : await documentsFor(context, heir, held);
  const given = held.filter(({ documentId }) => able.has(documentId));
  if (heir !== null) {
    await assign(context, given, heir.memberId);
  }
  return held.map((item) =>
    heir !== null && able.has(item.documentId) ? transferred(item.documentId, memberId, heir.memberId) : released(item),
  );
}

export function transferred(documentId: string, fromMemberId: string, toMemberId: string): DomainEvent {
  return { type: 'document.transferred', subjectId: documentId, payload: { fromMemberId, toMemberId, reason: null } };
}

function released({ documentId, stage }: Held): DomainEvent {
  return { type: 'document.released', subjectId: documentId, payload: { stage } };
}

/** A leased draft is held twice, but is one document. Questions are passed on by themselves. */
function uniqueDocuments(held: readonly Held[]): Held[] {
  const work = held.filter(({ holding }) => holding !== 'question');
  return [...new Map(work.map((item) => [item.documentId, item])).values()];
}

async function letGo({ tx, now }: Context, memberId: string): Promise<void> {
  await tx.sql.query('UPDATE app.work_items SET lease_member_id = NULL, lease_until = NULL WHERE lease_member_id = $1', [
    memberId,
  ]);
  await tx.sql.query('UPDATE app.work_items SET assignee_id = NULL WHERE assignee_id = $1', [memberId]);
  await tx.sql.query(
    `UPDATE app.documents SET assignee_id = NULL, version = version + 1, updated_at = $2
     WHERE assignee_id = $1 AND stage NOT IN ('archived', 'void')`,
    [memberId, now],
  );
}

/** What passes by itself does not stand against taking over. */
const passing = { assigneeId: null, openQuestion: null, hasPendingDecision: false };
const workIn: Partial<Record<Stage, DocumentAction>> = {
  entry: 'edit',
  review: 'approve',
  'second-review': 'approve',
  adjudication: 'adjudicate',
  approved: 'archive',
};

/** Under dual blind two people take a document side by side, so none of them can have it reserved. */
async function documentsFor({ tx, now }: Context, heir: Actor, held: readonly Held[]): Promise<Set<string>> {
  const ids = held.filter(({ isBlind }) => !isBlind).map(({ documentId }) => documentId);
  const facts = await gateFactsOf({ tx, actor: heir, now }, ids);
  const able = [...facts.values()].filter((document) => {
    const action = workIn[document.stage];
    return action !== undefined && judge(heir, action, { ...document, ...passing }).allowed;
  });
  return new Set(able.map(({ id }) => id));
}

async function assign({ tx, now }: Context, held: readonly Held[], heirId: string): Promise<void> {
  const ids = held.map(({ documentId }) => documentId);
  await tx.sql.query(
    'UPDATE app.documents SET assignee_id = $2, version = version + 1, updated_at = $3 WHERE id = ANY ($1::uuid[])',
    [ids, heirId, now],
  );
  await tx.sql.query('UPDATE app.work_items SET assignee_id = $2 WHERE document_id = ANY ($1::uuid[])', [ids, heirId]);
}
