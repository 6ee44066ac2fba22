import type { PaperOriginal } from '@danku/contract/archive.ts';
import { isInScope } from '@danku/domain/access/gate.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import type { GateFacts } from '../../../db/gate-facts.ts';
import { requirePermission } from '../../../db/require-permission.ts';
import { Problem } from '../../../problem.ts';

type LoanRecord = Omit<PaperOriginal['loans'][number], 'lentBy'> & { lentById: string; lentByName: string };

export type PaperRecord = {
  documentId: string;
  registryNumber: string | null;
  archiveNumber: string | null;
  partyName: string | null;
  box: string;
  shelf: string;
  placedAt: Date;
  version: number;
  loans: LoanRecord[];
};

/** What is read of a paper original `o` with its document `d`; the latest loan comes first. */
export const paperSelect = `
  SELECT o.document_id AS "documentId", d.registry_number AS "registryNumber", d.archive_number AS "archiveNumber", d.party_name AS "partyName",
    o.box, o.shelf, o.placed_at AS "placedAt", o.version,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.id, 'borrower', l.borrower, 'purpose', l.purpose, 'dueOn', l.due_on,
        'lentById', m.id, 'lentByName', m.name, 'lentAt', l.lent_at, 'returnedAt', l.returned_at) ORDER BY l.lent_at DESC, l.id DESC)
      FROM app.paper_loans l JOIN app.members m ON m.tenant_id = l.tenant_id AND m.id = l.lent_by WHERE l.document_id = o.document_id), '[]') AS loans
  FROM app.paper_originals o JOIN app.documents d ON d.tenant_id = o.tenant_id AND d.id = o.document_id`;

/** The paper original of a document; null when it has no place yet. */
export async function findPaper({ tx }: Pick<Context, 'tx'>, documentId: string): Promise<PaperRecord | null> {
  const { rows } = await tx.sql.query<PaperRecord>(`${paperSelect} WHERE o.document_id = $1`, [documentId]);
  return rows[0] ?? null;
}

/** The same, held until the commit, so that two people do not lend it at once. Throws not-found. */
export async function lockPaper(context: Pick<Context, 'tx'>, documentId: string): Promise<PaperRecord> {
  await context.tx.sql.query('SELECT 1 FROM app.paper_originals WHERE document_id = $1 FOR UPDATE', [documentId]);
  const paper = await findPaper(context, documentId);
  if (paper === null) {
    throw new Problem('not-found');
  }
  return paper;
}

/** May this person handle the paper of this document? Throws not-found for what they may not see, else forbidden. */
export async function requirePaperRight(context: Context, document: { id: string }): Promise<GateFacts> {
  const facts = await requireGate(context, 'view', document);
  requirePermission(context, 'paper.manage');
  if (!isInScope(context.actor, 'paper.manage', facts)) {
    throw new Problem('forbidden', { reasons: ['outside-scope'] });
  }
  return facts;
}

/** `label` is what is printed on the sheet's label to find its way home. */
export function presentPaper(paper: PaperRecord): PaperOriginal {
  const { documentId, registryNumber, archiveNumber, box, shelf, placedAt, version } = paper;
  const loans = paper.loans.map(({ lentById, lentByName, lentAt, returnedAt, ...loan }) => ({
    ...loan,
    lentBy: { id: lentById, name: lentByName },
    lentAt: new Date(lentAt).toISOString(),
    returnedAt: returnedAt === null ? null : new Date(returnedAt).toISOString(),
  }));
  return {
    documentId,
    label: `${archiveNumber ?? registryNumber ?? documentId} ${shelf}/${box}`,
    box,
    shelf,
    placedAt: placedAt.toISOString(),
    version,
    loan: loans.find(({ returnedAt }) => returnedAt === null) ?? null,
    loans,
  };
}
