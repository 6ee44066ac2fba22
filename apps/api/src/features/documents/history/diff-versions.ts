import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { isBlindTo } from '@danku/domain/access/blind.ts';
import { diffContent } from '@danku/domain/documents/diff.ts';
import type { Content } from '@danku/domain/documents/kinds.ts';

import type { Context } from '../../../db/context.ts';
import { requireGate } from '../../../db/gate.ts';
import { Problem } from '../../../problem.ts';
import { findDocument } from '../find-document.ts';
import { findVersions } from './find-versions.ts';

type Endpoint = typeof contract.history.diffVersions;

/** Field by field and line by line, between two versions or from a version to the draft as it is now. */
export async function diffVersions(context: Context, { params, query }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  const facts = await requireGate(context, 'view', params);
  if (isBlindTo(context.actor, facts)) {
    throw new Problem('forbidden', { reasons: ['blind-review'] });
  }
  const before = await versionContent(context, params.id, query.from);
  const after =
    query.to === undefined ? await findDocument(context, params.id) : await versionContent(context, params.id, query.to);
  return { items: diffContent(before, after) };
}

async function versionContent(context: Context, documentId: string, number: number): Promise<Content> {
  const [version] = await findVersions(context, documentId, number);
  if (version === undefined) {
    throw new Problem('not-found');
  }
  return version.content;
}
