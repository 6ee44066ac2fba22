import type { Endpoint, Input, Reply } from '@danku/contract/endpoint.ts';
import type { Request, RequestHandler, Response } from 'express';
import express from 'express';

import type { AccountContext, Context, PublicContext, Services } from '../db/context.ts';
import { openDoor, type Opened } from '../db/door.ts';
import { withoutTenant } from '../db/tenant.ts';
import { Problem } from '../problem.ts';
import type { Api } from './api.ts';
import { idempotencyKeyOf, once, requestHashOf, type Answer } from './idempotency.ts';
import { parseInput } from './parse-input.ts';
import { replySerializer } from './reply-serializer.ts';
import { cookieOf, credentialsOf, requireOwnOrigin, visitorOf } from './request-facts.ts';

/** What a handler gets depends on who may call: member, account or anyone. */
export type ContextOf<E extends Endpoint> = E['access'] extends 'member'
  ? Context
  : E['access'] extends 'account'
    ? AccountContext
    : PublicContext;
export type Handler<E extends Endpoint> = (context: ContextOf<E>, input: Input<E>) => Promise<Reply<E>>;

/**
 * Parse, open the tenant's transaction, run, commit, then answer. Handlers never see req or res. A reply that shows a
 * secret (`isSecret`) is not kept for repeated calls: those answer conflict.
 */
export function mount<E extends Endpoint>(
  api: Api,
  endpoint: E,
  handle: Handler<E>,
  { isSecret = false }: { isSecret?: boolean } = {},
): void {
  const serialize = replySerializer(endpoint, { checks: api.services.settings.checksReplies });
  addRoute(api, endpoint, async (req, res) => {
    const cookie = cookieOf(api.services);
    const answer = await throughDoor(api.services, endpoint, req, cookie, async (context) => {
      const reply = await handle(context as ContextOf<E>, parseInput(endpoint, req));
      return { status: statusOf(endpoint), body: serialize(reply), isSecret };
    });
    cookie.apply(res);
    send(res, answer);
  });
}

/** Adds the route and notes that it is there. The body of what is no upload is JSON and at most a megabyte. */
export function addRoute(api: Api, endpoint: Endpoint, ...handlers: RequestHandler[]): void {
  const readBody = endpoint.upload === true || endpoint.method === 'get' ? [] : [requireJson, express.json({ limit: '1mb' })];
  const guard: RequestHandler = async (req, _, next) => {
    await requireCaller(api.services, endpoint, req);
    next();
  };
  api.router[endpoint.method](endpoint.path, guard, ...readBody, ...handlers);
  api.mounted.push(endpoint);
}

export function statusOf({ status, reply }: Endpoint): number {
  return status ?? (reply === 'nothing' ? 204 : 200);
}

export function send(res: Response, { status, body }: Answer): void {
  if (body === '') {
    res.status(status).end();
  } else {
    res.status(status).type('json').send(body);
  }
}

type AnyContext = PublicContext | AccountContext | Context;

/** One transaction around the work; a POST with a key runs once. `uploaded` are the hashes of files received before. */
export async function throughDoor<T extends Answer>(
  services: Services,
  endpoint: Endpoint,
  req: Request,
  cookie: PublicContext['cookie'],
  work: (context: AnyContext) => Promise<T>,
  uploaded: readonly string[] = [],
): Promise<T | Answer> {
  const now = services.clock();
  const visitor = visitorOf(req);
  const credentials = await credentialsOf(req, services);
  if (endpoint.access === 'public') {
    return withoutTenant(services.database, (tx) => work({ tx, now, visitor, cookie, services }));
  }
  if (credentials === null) {
    throw new Problem('unauthenticated');
  }
  const visit = { ...visitor, now, sessionIdleMinutes: services.settings.sessionIdleMinutes };
  return openDoor(services.database, credentials, visit, (opened) => {
    if (endpoint.access === 'account') {
      return work({ ...opened, now, visitor, cookie, services });
    }
    const { tx } = opened;
    const actor = requireActor(opened);
    const key = idempotencyKeyOf(req);
    const run = () => work({ tx, actor, now, services });
    return key === null ? run() : once(tx, actor, { key, requestHash: requestHashOf(req, uploaded) }, run);
  });
}

/** Who calls, found in a short transaction of its own, before slow work that must not hold one. Throws unauthenticated. */
export async function callerOf(services: Services, req: Request): Promise<Pick<Opened, 'account' | 'actor'>> {
  const credentials = await credentialsOf(req, services);
  if (credentials === null) {
    throw new Problem('unauthenticated');
  }
  const visit = { ...visitorOf(req), now: services.clock(), sessionIdleMinutes: services.settings.sessionIdleMinutes };
  return openDoor(services.database, credentials, visit, async ({ account, actor }) => ({ account, actor }));
}

export function requireActor({ actor }: Pick<Opened, 'actor'>): NonNullable<Opened['actor']> {
  if (actor === null) {
    throw new Problem('forbidden', { reasons: ['no-membership'], detail: 'Danku-Tenant names no organisation of this account.' });
  }
  return actor;
}

/** Before a byte of the body is read: someone must show who they are, and a browser that it is our own page that calls. */
async function requireCaller(services: Services, endpoint: Endpoint, req: Request): Promise<void> {
  idempotencyKeyOf(req);
  if (endpoint.access !== 'public' && (await credentialsOf(req, services)) === null) {
    throw new Problem('unauthenticated');
  }
  requireOwnOrigin(req, services);
}

/** A form of another site can send text, but not JSON, without asking the browser first. */
const requireJson: RequestHandler = (req, _, next) => {
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  if (hasBody && req.is('application/json') === false) {
    throw new Problem('unsupported-media-type');
  }
  next();
};
