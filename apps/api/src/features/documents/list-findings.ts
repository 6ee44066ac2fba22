import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { isBlindTo } from '@danku/domain/access/blind.ts';

import type { Context } from '../../db/context.ts';
import { requireGate } from '../../db/gate.ts';
import { findDocument } from './find-document.ts';
import { findType } from './find-type.ts';
import { gatherFindings } from './gather-findings.ts';

type Endpoint = typeof contract.documents.listFindings;

/** What the checks say now; nothing to a blind reviewer, whom they would tell the values. */
export async function listFindings(context: Context, { params }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  const facts = await requireGate(context, 'view', params);
  if (isBlindTo(context.actor, facts)) {
    return { items: [] };
  }
  const document = await findDocument(context, params.id);
  const { findings } = await gatherFindings(context, document, await findType(context, document.typeId));
  return { items: findings };
}
