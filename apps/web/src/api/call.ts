import type { Call, Endpoint, Reply } from '@danku/contract/endpoint.ts';
import type { LooseInput } from './address.ts';
import { addressOf, tenantOfAddress } from './address.ts';
import { problemOf, ProblemError } from './problem-error.ts';

export interface CallOptions {
  signal?: AbortSignal;
  /** Give the same key to make a second try of the same act safe; otherwise each call has its own. */
  idempotencyKey?: string;
}

/** The input may be left out where an endpoint asks for nothing. */
type Arguments<E extends Endpoint> =
  object extends Call<E> ? [input?: Call<E>, options?: CallOptions] : [input: Call<E>, options?: CallOptions];

/**
 * Calls an endpoint of the contract. Throws a ProblemError for every failure but an abort.
 * A POST that met a broken connection is sent again with the same Idempotency-Key, so it happens once.
 */
export async function call<E extends Endpoint>(endpoint: E, ...[input, options = {}]: Arguments<E>): Promise<Reply<E>> {
  const given = (input ?? {}) as LooseInput;
  const response = await send(
    addressOf(endpoint, given),
    requestOf(endpoint, given, options),
    endpoint.method === 'post' ? retryPauses : [],
  );
  if (!response.ok) {
    throw problemOf(response.status, await response.text(), response.headers.get('X-Request-Id'));
  }
  return (await replyOf(endpoint, response)) as Reply<E>;
}

/** The address of a picture or a download, for `src` and `href`: headers cannot be set there, so the organisation goes into the query. */
export function urlOf<E extends Endpoint>(endpoint: E, ...[input]: Arguments<E>): string {
  const { params, query } = (input ?? {}) as LooseInput;
  return addressOf(endpoint, { params, query: { ...query, t: tenantOfAddress() } });
}

/** Headers that every call carries: the organisation of this tab, and for POST the key that makes retries safe. */
export function headersOf(endpoint: Endpoint, options: CallOptions): Headers {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  const tenant = tenantOfAddress();
  if (tenant !== null) {
    headers.set('Danku-Tenant', tenant);
  }
  if (endpoint.method === 'post') {
    headers.set('Idempotency-Key', options.idempotencyKey ?? newKey());
  }
  return headers;
}

/** A random key. `crypto.randomUUID` is missing on plain http, `getRandomValues` is not. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const retryPauses = [400, 1600];

function requestOf(endpoint: Endpoint, input: LooseInput, options: CallOptions): RequestInit {
  const headers = headersOf(endpoint, options);
  const request: RequestInit = {
    method: endpoint.method.toUpperCase(),
    headers,
    credentials: 'same-origin',
    signal: options.signal ?? null,
  };
  if (input.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    request.body = JSON.stringify(input.body);
  }
  return request;
}

async function send(address: string, request: RequestInit, pauses: readonly number[]): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted === true) {
      throw error;
    }
    const [pause, ...later] = pauses;
    if (pause === undefined || !navigator.onLine) {
      throw new ProblemError('offline', 0);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    return send(address, request, later);
  }
}

async function replyOf(endpoint: Endpoint, response: Response): Promise<unknown> {
  if (endpoint.reply === 'nothing') {
    return undefined;
  }
  try {
    return endpoint.reply === 'bytes' ? await response.blob() : await response.json();
  } catch {
    throw new ProblemError('unreadable', response.status);
  }
}
