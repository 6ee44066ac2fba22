import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { requirePermission } from '../../../db/require-permission.ts';
import { gatherArchiveFacts } from './gather-archive-facts.ts';
import type { FileInspection } from './inspect-document-files.ts';
import { blockingChecks, runChecks } from './run-checks.ts';

export async function previewArchiveChecks(
  context: Context,
  { params }: Input<typeof contract.archive.previewArchiveChecks>,
  inspections: readonly FileInspection[],
): Promise<Reply<typeof contract.archive.previewArchiveChecks>> {
  await requireGate(context, 'view', params);
  requirePermission(context, 'document.archive');
  const facts = await gatherArchiveFacts(context, params.id, inspections);
  const checks = runChecks(facts);
  return { checks, blocks: blockingChecks(checks, facts.type.requiredChecks).length > 0 };
}
