import { finished } from 'node:stream/promises';
import { systemActor } from '../../apps/api/src/db/actor.ts';
import { tenantIdsOf } from '../../apps/api/src/db/tenant-ids.ts';
import { withTenant } from '../../apps/api/src/db/tenant.ts';
import type { Services } from './installation.ts';

export type Findings = {
  /** Rows whose bytes are gone, or are not what was stored. */
  broken: { tenantId: string; fileId: string; page: number | null; reason: string }[];
  /** Stored bytes that no row names: left by a crash between storing and writing the row. */
  orphans: { tenantId: string; blobId: string }[];
  files: number;
};

type Row = { fileId: string; page: number | null; hash: string; wrappedKey: string };

const everyReference = `
  SELECT id AS "fileId", NULL::int AS page, hash, wrapped_key AS "wrappedKey" FROM app.files
  UNION ALL
  SELECT file_id, number, preview_hash, preview_key FROM app.file_pages`;

/** Compares rows and stored bytes both ways. With `reads`, every file is read and decrypted too, so that damage is found. */
export async function checkFiles({ database, files, clock }: Services, { reads }: { reads: boolean }): Promise<Findings> {
  const findings: Findings = { broken: [], orphans: [], files: 0 };
  const known = new Set<string>();
  const now = clock();
  for (const tenantId of await tenantIdsOf(database)) {
    // The stored objects first: a file stored meanwhile then has a row and is no orphan.
    const stored: Findings['orphans'] = [];
    for await (const place of files.list(tenantId)) {
      stored.push(place);
    }
    const { rows } = await withTenant(database, systemActor(tenantId, now, 'cli'), (tx) => tx.sql.query<Row>(everyReference));
    for (const { fileId, page, hash, wrappedKey } of rows) {
      const reference = { hash, wrappedKey: Buffer.from(wrappedKey, 'base64') };
      const fault = await faultOf(files, tenantId, reference, reads);
      if (fault !== undefined) {
        findings.broken.push({ tenantId, fileId, page, reason: fault });
      }
      known.add(await files.blobIdOf(tenantId, reference));
    }
    findings.files += rows.length;
    findings.orphans.push(...stored.filter(({ blobId }) => !known.has(blobId)));
  }
  return findings;
}

type Reference = Parameters<Services['files']['open']>[1];

async function faultOf(
  files: Services['files'],
  tenantId: string,
  reference: Reference,
  reads: boolean,
): Promise<string | undefined> {
  try {
    if (!reads) {
      return (await files.exists(tenantId, reference)) ? undefined : 'missing';
    }
    // Each chunk is authenticated as it is read.
    await finished((await files.open(tenantId, reference)).resume());
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
