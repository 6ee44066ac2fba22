import type { Endpoint, Input, Reply } from '@danku/contract/endpoint.ts';

import type { OutsideContext } from '../db/context.ts';
import type { Api } from './api.ts';
import { addRoute, send, statusOf, throughDoor } from './mount.ts';
import { parseInput } from './parse-input.ts';
import { replySerializer } from './reply-serializer.ts';
import { cookieOf, visitorOf } from './request-facts.ts';

/**
 * For the few operations with slow work (password hashing), which must not hold a transaction: who calls is found in a
 * short one, and the handler opens the door itself, as often as it needs.
 */
export function mountOutside<E extends Endpoint>(api: Api, endpoint: E, handle: (context: OutsideContext, input: Input<E>) => Promise<Reply<E>>): void {
  const { services } = api;
  const serialize = replySerializer(endpoint, { checks: services.settings.checksReplies });
  addRoute(api, endpoint, async (req, res) => {
    const cookie = cookieOf(services);
    const caller = { account: null, actor: null };
    const found = endpoint.access === 'public' ? caller : await throughDoor(services, endpoint, req, cookie, async (context) => ({ status: 0, body: '', caller, ...context }));
    const { account, actor } = { ...caller, ...found };
    const context: OutsideContext = { now: services.clock(), visitor: visitorOf(req), cookie, services, account, actor };
    const reply = await handle(context, parseInput(endpoint, req));
    cookie.apply(res);
    send(res, { status: statusOf(endpoint), body: serialize(reply) });
  });
}
