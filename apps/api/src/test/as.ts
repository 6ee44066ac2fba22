import type { Call, Endpoint, Reply } from '@danku/contract/endpoint.ts';
import { ProblemReply } from '@danku/contract/problem.ts';

import type { TestMember } from './factories.ts';
import type { TestServer } from './server.ts';

/** What a call that was refused throws: expect(...).rejects.toMatchObject({ code: 'stale' }). */
export class CallRefused extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: ProblemReply;

  constructor(problem: ProblemReply) {
    super(`${problem.status} ${problem.code} ${JSON.stringify(problem.errors ?? problem.reasons ?? '')}`);
    this.status = problem.status;
    this.code = problem.code;
    this.problem = problem;
  }
}

export interface RawOptions {
  body?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
}

export interface Caller {
  /** Typed by the contract. Throws CallRefused. */
  call: <E extends Endpoint>(endpoint: E, ...input: Arguments<E>) => Promise<Reply<E>>;
  /** A request by hand below /api/v1, as this caller. */
  raw: (method: string, path: string, options?: RawOptions) => Promise<Response>;
  /** Uploads files to an endpoint with `upload: true`. */
  upload: <E extends Endpoint>(endpoint: E, files: readonly File[], input?: Partial<Parts>) => Promise<Reply<E>>;
}

type Arguments<E extends Endpoint> =
  object extends Call<E>
    ? [input?: Call<E>, headers?: Record<string, string>]
    : [input: Call<E>, headers?: Record<string, string>];
interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Calls the API as a signed-in member, in their organisation, from our own page. */
export function as(member: TestMember): Caller {
  return caller(member.tenant.server, { Cookie: `danku=${member.cookie}`, 'Danku-Tenant': member.tenant.slug });
}

/** Calls the API with an access token, as a program does. */
export function withToken(server: TestServer, token: string): Caller {
  return caller(server, { Authorization: `Bearer ${token}` });
}

/** Calls the API as nobody. */
export function anonymous(server: TestServer): Caller {
  return caller(server, {});
}

function caller(server: TestServer, identity: Record<string, string>): Caller {
  const raw: Caller['raw'] = (method, path, { body, form, headers } = {}) =>
    fetch(`${server.url}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...identity,
        ...(method === 'GET' ? {} : { Origin: server.url }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: form ?? (body === undefined ? null : JSON.stringify(body)),
    });
  async function call<E extends Endpoint>(endpoint: E, ...[input, headers = {}]: Arguments<E>): Promise<Reply<E>> {
    const parts: Parts = Object.assign({}, input);
    return readReply(
      endpoint,
      await raw(endpoint.method.toUpperCase(), addressOf(endpoint, parts), { body: parts.body, headers }),
    );
  }
  async function upload<E extends Endpoint>(endpoint: E, files: readonly File[], parts: Parts = {}): Promise<Reply<E>> {
    const form = new FormData();
    files.forEach((file) => form.append('file', file));
    return readReply(endpoint, await raw(endpoint.method.toUpperCase(), addressOf(endpoint, parts), { form }));
  }
  return { call, raw, upload };
}

async function readReply<E extends Endpoint>(endpoint: E, response: Response): Promise<Reply<E>>;
async function readReply(endpoint: Endpoint, response: Response): Promise<unknown> {
  if (!response.ok) {
    throw new CallRefused(ProblemReply.parse(await response.json()));
  }
  if (endpoint.reply === 'nothing') {
    await response.body?.cancel();
    return undefined;
  }
  return endpoint.reply === 'bytes' ? response.arrayBuffer() : response.json();
}

function addressOf({ path }: Endpoint, { params = {}, query = {} }: Parts): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams();
  given.forEach(([key, value]) => search.set(key, String(value)));
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}
