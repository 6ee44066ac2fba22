import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';

import type { PublicContext } from '../../db/context.ts';
import { findLink } from './find-link.ts';

export async function readLink(
  { tx, now }: PublicContext,
  { params }: Input<typeof contract.auth.readLink>,
): Promise<Reply<typeof contract.auth.readLink>> {
  const { purpose, email, name, organisation, passwordHash } = await findLink(tx, params.token, now);
  return { purpose, email, name, organisation, hasAccount: passwordHash !== null };
}
