import { randomUUID } from 'node:crypto';

import type { Call, Endpoint } from '@danku/contract/endpoint.ts';
import { expect } from 'vitest';

import { anonymous, as } from './as.ts';
import type { TestMember } from './factories.ts';

interface Cast {
  may: TestMember;
  mayNot: TestMember;
  /** The id of such a thing in another organisation. */
  foreignId?: string;
}

/**
 * What every operation refuses: a caller without a session (401), a role without the right (403), and, byte for byte the
 * same, ids of another organisation and ids of nothing (404); with a version that is not the row's, 412.
 */
export async function expectRefusals<E extends Endpoint>(
  endpoint: E,
  given: Call<E>,
  { may, mayNot, foreignId }: Cast,
): Promise<void> {
  const input: Given = Object.assign({}, given);
  const send = (caller: ReturnType<typeof as>, id: string | undefined, body = input.body) =>
    caller.raw(endpoint.method.toUpperCase(), endpoint.path.replace(':id', id ?? ''), body === undefined ? {} : { body });
  const id = input.params?.['id'];
  expect((await send(anonymous(may.tenant.server), id)).status).toBe(401);
  expect((await send(as(mayNot), id)).status).toBe(403);
  if (foreignId !== undefined) {
    const [foreign, random] = [await send(as(may), foreignId), await send(as(may), randomUUID())];
    expect([foreign.status, random.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await random.text());
  }
  if (endpoint.versioned === true) {
    const stale = await send(as(may), id, { ...input.body, version: 9999 });
    expect(await stale.json()).toMatchObject({ status: 412, code: 'stale' });
  }
}

interface Given {
  params?: Record<string, string>;
  body?: Record<string, unknown>;
}
