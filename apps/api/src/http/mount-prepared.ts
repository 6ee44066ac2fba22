import type { Endpoint, Input, Reply } from '@danku/contract/endpoint.ts';

import type { Actor } from '../db/actor.ts';
import type { Context, Services } from '../db/context.ts';
import type { Api } from './api.ts';
import { addRoute, callerOf, requireActor, send, statusOf, throughDoor } from './mount.ts';
import { parseInput } from './parse-input.ts';
import { replySerializer } from './reply-serializer.ts';
import { cookieOf } from './request-facts.ts';

/**
 * For operations that need slow work first (files read again, hashed): `prepare` runs outside any transaction and refuses
 * nothing; then `handle` runs in one, asks the Gate and checks that what was prepared still holds.
 */
export function mountPrepared<E extends Endpoint & { access: 'member' }, P>(
  api: Api,
  endpoint: E,
  prepare: (services: Services, actor: Actor, input: Input<E>) => Promise<P>,
  handle: (context: Context, input: Input<E>, prepared: P) => Promise<Reply<E>>,
): void {
  const { services } = api;
  const serialize = replySerializer(endpoint, { checks: services.settings.checksReplies });
  addRoute(api, endpoint, async (req, res) => {
    const input = parseInput(endpoint, req);
    const prepared = await prepare(services, requireActor(await callerOf(services, req)), input);
    const work = async (context: unknown) => ({
      status: statusOf(endpoint),
      body: serialize(await handle(context as Context, input, prepared)),
    });
    send(res, await throughDoor(services, endpoint, req, cookieOf(services), work));
  });
}
