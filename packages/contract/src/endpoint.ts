import type * as z from 'zod/mini';
import type { ProblemCode } from './problem.ts';

type Schema = z.ZodMiniType;

/** Who may call: anyone, a signed-in account (no organisation needed), or a member of the organisation named by `Danku-Tenant`. */
export type Access = 'public' | 'account' | 'member';

/**
 * An endpoint is data. From it come the route, the typed client, the serializer and the OpenAPI document.
 * `reply: 'bytes'` answers a stream (file, preview, CSV); `reply: 'nothing'` answers 204.
 * `upload` reads multipart files before the transaction opens; `versioned` demands `body.version` or `If-Match`.
 */
export interface Endpoint {
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  path: `/${string}`;
  summary: string;
  access: Access;
  upload?: boolean;
  versioned?: boolean;
  /** Success status; 200 where it is not said, 201 for what makes a thing. */
  status?: 200 | 201 | 202;
  params?: Schema;
  query?: Schema;
  body?: Schema;
  reply: Schema | 'bytes' | 'nothing';
  problems: readonly ProblemCode[];
}

type Output<S, Otherwise> = S extends Schema ? z.infer<S> : Otherwise;
type Given<S, Otherwise> = S extends Schema ? z.input<S> : Otherwise;

/** What a handler receives after parsing. */
export interface Input<E extends Endpoint> {
  params: Output<E['params'], Record<string, never>>;
  query: Output<E['query'], Record<string, never>>;
  body: Output<E['body'], undefined>;
}

/** What a caller gives, before defaults are filled in. Only the parts the endpoint declares. */
export type Call<E extends Endpoint> = (E['params'] extends Schema ? { params: Given<E['params'], never> } : unknown) &
  (E['query'] extends Schema ? { query?: Given<E['query'], never> } : unknown) &
  (E['body'] extends Schema ? { body: Given<E['body'], never> } : unknown);

/** What a successful call answers. Bytes are fetched by their address, not by a call. */
export type Reply<E extends Endpoint> = E['reply'] extends Schema ? z.infer<E['reply']> : undefined;

type Declared = Omit<Endpoint, 'access' | 'problems'> & {
  access?: Access;
  problems?: readonly ProblemCode[];
};
type Completed<D extends Declared> = Omit<D, 'access' | 'problems'> & {
  access: D['access'] extends Access ? D['access'] : 'member';
  problems: readonly ProblemCode[];
};

/** Declares an endpoint. It is for members unless it says otherwise; the problems every call may meet need not be named. */
export function endpoint<const D extends Declared>(declared: D): Completed<D>;
export function endpoint(declared: Declared): Endpoint {
  return {
    access: 'member',
    ...declared,
    problems: [...alwaysPossible, ...(declared.problems ?? [])],
  };
}

const alwaysPossible: readonly ProblemCode[] = ['malformed', 'invalid', 'too-many-requests', 'internal', 'unavailable'];
