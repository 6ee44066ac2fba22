import type { ArchiveCheck } from '@danku/contract/archive.ts';
import type { contract } from '@danku/contract';
import type { Document } from '@danku/contract/document-shapes.ts';
import type { Input } from '@danku/contract/endpoint.ts';
import { disposableFrom } from '@danku/domain/records/retention.ts';
import { dateIn } from '@danku/domain/time/zone.ts';

import type { Context } from '../../../db/context.ts';
import { record } from '../../../db/record.ts';
import { Problem } from '../../../problem.ts';
import { lock } from '../decide.ts';
import type { DocumentRecord } from '../find-document.ts';
import type { TypeRecord } from '../find-type.ts';
import { presentDocument } from '../present-document.ts';
import { requireChanged, requireCurrent } from '../require-current.ts';
import { takeDuty } from '../take-duty.ts';
import { gatherArchiveFacts } from './gather-archive-facts.ts';
import { giveArchiveNumber, yearsOf } from './give-archive-number.ts';
import type { FileInspection } from './inspect-document-files.ts';
import { blockingChecks, runChecks } from './run-checks.ts';

/**
 * Checks an approved document in four ways and closes it for ever: after this one UPDATE the row, its lines and its files
 * are sealed by the database. Whoever repeats their own call is answered as the first time.
 */
export async function archiveDocument(
  context: Context,
  { params, body }: Input<typeof contract.archive.archiveDocument>,
  inspections: readonly FileInspection[],
): Promise<Document> {
  if (await wasJustArchived(context, params.id, body.version)) {
    return presentDocument(context, params.id);
  }
  const gate = await requireCurrent(context, 'archive', params.id, body.version);
  await lock(context, gate, body.version);
  const { document, type, files, ...rest } = await gatherArchiveFacts(context, params.id, inspections);
  if (files.some(({ inspection }) => inspection === undefined)) {
    throw new Problem('conflict', { reasons: ['files-changed'], detail: 'A file was joined while the others were read.' });
  }
  const checks = runChecks({ document, type, files, ...rest });
  requirePassed(checks, type);
  await takeDuty(context, document.id, 'archive');
  await seal(context, document, type, { checks, version: body.version });
  return presentDocument(context, document.id);
}

async function wasJustArchived({ tx, actor }: Context, id: string, version: number): Promise<boolean> {
  const { rowCount } = await tx.sql.query(
    `SELECT 1 FROM app.archive_records r JOIN app.documents d ON d.tenant_id = r.tenant_id AND d.id = r.document_id
     WHERE d.id = $1 AND d.stage = 'archived' AND d.version = $2 + 1 AND r.archived_by = $3`,
    [id, version, actor.memberId],
  );
  return rowCount === 1;
}

function requirePassed(checks: readonly ArchiveCheck[], { requiredChecks }: TypeRecord): void {
  const blocking = blockingChecks(checks, requiredChecks);
  if (blocking.length > 0) {
    throw new Problem('conflict', {
      reasons: ['checks-failed'],
      errors: blocking.map(({ group, code, result, params }) => ({
        path: '/checks',
        code,
        params: { group, result, ...params },
      })),
    });
  }
}

interface Sealing {
  checks: ArchiveCheck[];
  version: number;
}

async function seal(context: Context, document: DocumentRecord, type: TypeRecord, { checks, version }: Sealing): Promise<void> {
  const { tx, actor, now } = context;
  // A paper without a date of its own counts from the day it was approved.
  const date = document.issueDate ?? dateIn(document.approvedAt ?? now, actor.timeZone);
  const retainUntil = disposableFrom(date, yearsOf(type), type.fiscalYearStart);
  const archiveNumber = await giveArchiveNumber(context, type, date);
  await tx.sql.query(
    'INSERT INTO app.archive_records (document_id, archive_number, checks, archived_by, archived_at) VALUES ($1, $2, $3, $4, $5)',
    [document.id, archiveNumber, JSON.stringify(checks), actor.memberId, now],
  );
  await tx.sql.query('DELETE FROM app.work_items WHERE document_id = $1', [document.id]);
  const { rowCount } = await tx.sql.query(
    `UPDATE app.documents SET stage = 'archived', version = version + 1, archive_number = $3, archived_at = $4, updated_at = $4,
       retention_class = $5, retain_until = $6, due_at = NULL, assignee_id = NULL
     WHERE id = $1 AND version = $2 AND stage = 'approved'`,
    [document.id, version, archiveNumber, now, type.retentionClass, retainUntil],
  );
  await requireChanged(context, document.id, rowCount);
  const results = Object.fromEntries(checks.map(({ code, result }) => [code, result]));
  const payload = {
    from: document.stage,
    to: 'archived' as const,
    version: document.contentVersion,
    archiveNumber,
    checks: results,
    retainUntil,
  };
  await record(context, { type: 'document.archived', subjectId: document.id, payload });
}
