import type { Endpoint, Reply } from '@danku/contract/endpoint.ts';
import type { ProblemCode } from '@danku/contract/problem.ts';
import { problems } from '@danku/contract/problem.ts';
import type { HttpHandler } from 'msw';
import { http, HttpResponse } from 'msw';

/** What the tests' server saw of a call. */
export interface Seen {
  params: Readonly<Record<string, unknown>>;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

/** Answers an endpoint with a reply that the contract allows: `server.use(answer(listQueues, { items: [], … }))`. */
export function answer<E extends Endpoint>(endpoint: E, reply: Reply<E> | ((seen: Seen) => Reply<E>)): HttpHandler {
  return handler(endpoint, (seen) => {
    const given = isFunction(reply) ? reply(seen) : reply;
    return endpoint.reply === 'nothing' ? new HttpResponse(null, { status: 204 }) : HttpResponse.json(given ?? null);
  });
}

/** Answers an endpoint with a problem. */
export function refuse(endpoint: Endpoint, code: ProblemCode, more: object = {}): HttpHandler {
  return handler(endpoint, () =>
    HttpResponse.json(
      { type: `https://errors.example/${code}`, title: code, status: problems[code], code, ...more },
      { status: problems[code] },
    ),
  );
}

function handler(endpoint: Endpoint, respond: (seen: Seen) => Response): HttpHandler {
  return http[endpoint.method](`*/api/v1${endpoint.path}`, async ({ request, params }) => {
    const text = await request.text();
    return respond({
      params,
      query: new URL(request.url).searchParams,
      headers: request.headers,
      body: request.headers.get('Content-Type')?.includes('json') === true ? JSON.parse(text) : undefined,
    });
  });
}

function isFunction<T>(reply: T | ((seen: Seen) => T)): reply is (seen: Seen) => T {
  return typeof reply === 'function';
}
