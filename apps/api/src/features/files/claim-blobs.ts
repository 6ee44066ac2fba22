import type { Context } from '../../db/context.ts';
import type { Sql } from '../../db/tx.ts';
import { Problem } from '../../problem.ts';
import type { FileReference } from '../../storage/file-store.ts';

/**
 * Before rows name stored bytes: holds off the sweep of orphans until the commit and makes sure that it has not just
 * removed them (they may be the twin of an orphan). Throws unavailable; the next try stores them afresh.
 */
export async function claimBlobs(
  { tx, services }: Pick<Context, 'tx' | 'services'>,
  references: readonly FileReference[],
): Promise<void> {
  await tx.sql.query(`SELECT pg_advisory_xact_lock_shared(${lockOf})`, [tx.tenantId]);
  const found = await Promise.all(references.map((reference) => services.files.exists(tx.tenantId, reference)));
  if (found.includes(false)) {
    throw new Problem('unavailable', { retryAfter: 1, detail: 'The stored bytes were swept before their row was written.' });
  }
}

/** The other side: while this is held nobody begins to name bytes that no row named. */
export async function holdClaims(sql: Sql, tenantId: string): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(${lockOf})`, [tenantId]);
}

const lockOf = `hashtextextended('files:' || $1, 0)`;
