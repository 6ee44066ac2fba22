import { judge } from '@danku/domain/access/gate.ts';

import type { Actor } from '../../../db/actor.ts';
import type { Services } from '../../../db/context.ts';
import { gateFactsOf } from '../../../db/gate-facts.ts';
import { withTenant } from '../../../db/tenant.ts';
import { inspectFile, type Inspection } from '../../../storage/inspect/inspect-file.ts';

export type FileInspection = Inspection & { fileId: string };

/**
 * Reads every file of a document again, outside any transaction. For a document that the person may not see nothing is
 * read: the operation itself then says so.
 */
export async function inspectDocumentFiles(
  services: Services,
  actor: Actor,
  { params }: { params: { id: string } },
): Promise<FileInspection[]> {
  const now = services.clock();
  const files = await withTenant(services.database, actor, async (tx) => {
    const facts = (await gateFactsOf({ tx, actor, now }, [params.id])).get(params.id);
    const maySee = facts !== undefined && judge(actor, 'view', facts).allowed && actor.grants['document.archive'] !== undefined;
    if (!maySee || facts.stage === 'archived') {
      return [];
    }
    const { rows } = await tx.sql.query<{ fileId: string; hash: string; wrappedKey: string }>(
      `SELECT f.id AS "fileId", f.hash, f.wrapped_key AS "wrappedKey" FROM app.document_files df
       JOIN app.files f ON f.tenant_id = df.tenant_id AND f.id = df.file_id WHERE df.document_id = $1 ORDER BY df.position`,
      [params.id],
    );
    return rows;
  });
  const inspected: FileInspection[] = [];
  for (const { fileId, hash, wrappedKey } of files) {
    const reference = { hash, wrappedKey: Buffer.from(wrappedKey, 'base64') };
    inspected.push({ fileId, ...(await inspectFile(services.files, actor.tenantId, reference)) });
  }
  return inspected;
}
