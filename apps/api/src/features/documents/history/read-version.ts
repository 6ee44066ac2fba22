import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { isBlindTo } from '@danku/domain/access/blind.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { Problem } from '../../../problem.ts';
import { findVersions, presentContent, presentVersion } from './find-versions.ts';

type Endpoint = typeof contract.history.readVersion;

/** One version as it was handed in. A blind reviewer is refused: it would tell them what to key. */
export async function readVersion(context: Context, { params }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  const facts = await requireGate(context, 'view', params);
  if (isBlindTo(context.actor, facts)) {
    throw new Problem('forbidden', { reasons: ['blind-review'] });
  }
  const [version] = await findVersions(context, params.id, params.number);
  if (version === undefined) {
    throw new Problem('not-found');
  }
  return { ...presentVersion(version, true), ...presentContent(version), fileIds: version.fileIds };
}
