import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { isBlindTo } from '@danku/domain/access/blind.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { findVersions, presentVersion } from './find-versions.ts';

type Endpoint = typeof contract.history.listVersions;

export async function listVersions(context: Context, { params }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  const facts = await requireGate(context, 'view', params);
  const isBlind = isBlindTo(context.actor, facts);
  const versions = await findVersions(context, params.id);
  return { items: versions.map((version) => presentVersion(version, !isBlind)) };
}
