import type { Actor } from './actor.ts';
import type { Binder } from './binder.ts';
import { visibleWhere } from './visible.ts';

/**
 * The SQL condition for the files `f` a person may see: those of a document their rights reach, those in the inbox for
 * whoever manages it, and what they uploaded themselves as long as they may still read, enter or receive papers.
 * The image is what a blind reviewer reads, so it is never hidden.
 */
export function fileVisibleWhere(actor: Actor, where: Binder): string {
  const ofDocument = `EXISTS (SELECT FROM app.document_files vf JOIN app.documents vd ON vd.tenant_id = vf.tenant_id AND vd.id = vf.document_id
    WHERE vf.file_id = f.id AND ${visibleWhere(actor, where, { alias: 'vd' })})`;
  const ofInbox = `EXISTS (SELECT FROM app.inbox_files xf JOIN app.inbox_items i ON i.tenant_id = xf.tenant_id AND i.id = xf.item_id
    WHERE xf.file_id = f.id AND ${inboxWhere(actor, where)})`;
  const handlesPapers = (['document.read', 'document.enter', 'inbox.manage'] as const).some((right) => actor.grants[right]);
  const own = handlesPapers ? `f.uploaded_by = ${where.bind(actor.memberId)}::uuid` : 'false';
  return `(${own} OR ${ofDocument} OR ${ofInbox})`;
}

/** The inbox items `i` a person may see: all for whoever manages the whole inbox, else those they received. */
export function inboxWhere(actor: Actor, { bind }: Binder): string {
  if (actor.grants['inbox.manage'] === 'all') {
    return 'true';
  }
  const receives = actor.grants['inbox.manage'] ?? actor.grants['document.enter'];
  return receives === undefined ? 'false' : `i.received_by = ${bind(actor.memberId)}::uuid`;
}
