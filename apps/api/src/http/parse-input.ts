import type { Endpoint, Input } from '@danku/contract/endpoint.ts';
import type { FieldProblem } from '@danku/contract/problem.ts';
import type { Request } from 'express';
import * as z from 'zod/mini';

import { Problem } from '../problem.ts';

/** Checks params, query and body against the contract. An id of the wrong shape is an id that does not exist. */
export function parseInput<E extends Endpoint>(endpoint: E, req: Request): Input<E> {
  const params = parse(endpoint.params, req.params, () => new Problem('not-found'));
  const query = parse(endpoint.query, queryOf(req), (errors) => new Problem('invalid', { errors }));
  const body = parse(endpoint.body, bodyOf(endpoint, req), (errors) => new Problem('invalid', { errors }));
  return { params: params ?? {}, query: query ?? {}, body } as Input<E>;
}

function parse(schema: Endpoint['body'], given: unknown, problem: (errors: FieldProblem[]) => Problem): unknown {
  if (schema === undefined) {
    return undefined;
  }
  const parsed = z.safeParse(schema, given);
  if (!parsed.success) {
    throw problem(parsed.error.issues.flatMap((issue) => faultsOf(issue)));
  }
  return parsed.data;
}

/** `t` names the organisation where no header can be set; it is no part of any endpoint's query. */
function queryOf(req: Request): Record<string, unknown> {
  const { t: _, ...query } = req.query;
  return query;
}

/** The version of a versioned endpoint may come as `If-Match` instead. */
function bodyOf(endpoint: Endpoint, req: Request): unknown {
  const body: unknown = req.body ?? (endpoint.method === 'post' ? {} : undefined);
  if (endpoint.versioned !== true) {
    return body;
  }
  const stated = versionOf(req.get('if-match'));
  const isObject = typeof body === 'object' && body !== null;
  if (isObject && 'version' in body && body.version !== undefined && body.version !== null) {
    return body;
  }
  if (stated === null) {
    throw new Problem('version-required');
  }
  return { ...(isObject ? body : {}), version: stated };
}

function versionOf(ifMatch: string | undefined): number | null {
  const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function faultsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = pointerOf(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: pointerOf([...issue.path, key]), code: 'unknown' }));
    case 'too_small':
      return [{ path, code: issue.origin === 'number' ? 'too-small' : 'too-short', params: { minimum: String(issue.minimum) } }];
    case 'too_big':
      return [{ path, code: issue.origin === 'number' ? 'too-big' : 'too-long', params: { maximum: String(issue.maximum) } }];
    case 'invalid_type':
      return [{ path, code: issue.input === undefined ? 'required' : 'invalid-type', params: { expected: issue.expected } }];
    case 'invalid_format':
      return [{ path, code: 'invalid-format', params: { format: issue.format } }];
    case 'custom':
      return [{ path, code: /^[a-z][a-z-]*$/.test(issue.message) ? issue.message : 'unknown' }];
    default:
      return [{ path, code: 'invalid-value' }];
  }
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
