import type { ArchiveCheck } from '@danku/contract/archive.ts';
import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { Problem } from '../../../problem.ts';

type Row = {
  archiveNumber: string;
  checks: ArchiveCheck[];
  archivedById: string;
  archivedByName: string;
  archivedAt: Date;
  retentionClass: string;
  retainUntil: string | null;
};

/** The report of the four checks as it was when the document was archived. */
export async function readArchiveRecord(
  context: Context,
  { params }: Input<typeof contract.archive.readArchiveRecord>,
): Promise<Reply<typeof contract.archive.readArchiveRecord>> {
  await requireGate(context, 'view', params);
  const { rows } = await context.tx.sql.query<Row>(
    `SELECT r.archive_number AS "archiveNumber", r.checks, m.id AS "archivedById", m.name AS "archivedByName", r.archived_at AS "archivedAt",
       d.retention_class AS "retentionClass", d.retain_until AS "retainUntil"
     FROM app.archive_records r JOIN app.documents d ON d.tenant_id = r.tenant_id AND d.id = r.document_id
     JOIN app.members m ON m.tenant_id = r.tenant_id AND m.id = r.archived_by WHERE r.document_id = $1`,
    [params.id],
  );
  const [row] = rows;
  if (row === undefined) {
    throw new Problem('not-found');
  }
  const { archivedById, archivedByName, archivedAt, ...rest } = row;
  return {
    ...rest,
    documentId: params.id,
    archivedBy: { id: archivedById, name: archivedByName },
    archivedAt: archivedAt.toISOString(),
  };
}
