import type { Endpoint, Input, Reply } from '@danku/contract/endpoint.ts';

import type { OutsideContext } from '../db/context.ts';
import type { Api } from './api.ts';
import { addRoute, callerOf, send, statusOf } from './mount.ts';
import { parseInput } from './parse-input.ts';
import { replySerializer } from './reply-serializer.ts';
import { cookieOf, credentialsOf, visitorOf } from './request-facts.ts';

const nobody = { account: null, actor: null };

/**
 * For the few operations with slow work (password hashing), which must not hold a transaction: who calls is found in a
 * short one, and the handler opens the door itself, as often as it needs.
 */
export function mountOutside<E extends Endpoint>(
  api: Api,
  endpoint: E,
  handle: (context: OutsideContext, input: Input<E>) => Promise<Reply<E>>,
): void {
  const { services } = api;
  const serialize = replySerializer(endpoint, { checks: services.settings.checksReplies });
  addRoute(api, endpoint, async (req, res) => {
    const cookie = cookieOf(services);
    const { account, actor } = endpoint.access === 'public' ? nobody : await callerOf(services, req);
    const context: OutsideContext = {
      now: services.clock(),
      visitor: visitorOf(req),
      cookie,
      services,
      account,
      actor,
      shown: await credentialsOf(req, services),
    };
    const reply = await handle(context, parseInput(endpoint, req));
    cookie.apply(res);
    send(res, { status: statusOf(endpoint), body: serialize(reply) });
  });
}
