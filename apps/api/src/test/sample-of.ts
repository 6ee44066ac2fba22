import type { Endpoint } from '@danku/contract/endpoint.ts';
import * as z from 'zod/mini';

import { uuid7 } from '../db/uuid7.ts';

export type Shape = Record<string, unknown>;

/** A plain body that an endpoint's schema accepts: what is required, with the smallest values. For tests that try every route. */
export function sampleOf(schema: Endpoint['body']): unknown {
  return schema === undefined ? undefined : fill(isShape(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
}

/** The same for a piece of a JSON schema. */
export function fill(shape: Shape): unknown {
  const choices = shape['anyOf'] ?? shape['oneOf'];
  if (shape['default'] !== undefined || shape['const'] !== undefined) {
    return shape['const'] ?? shape['default'];
  }
  if (Array.isArray(shape['enum'])) {
    return shape['enum'][0];
  }
  if (Array.isArray(choices)) {
    return fill(isShape(choices[0]));
  }
  switch (shape['type']) {
    case 'object':
      return fillObject(shape);
    case 'array':
      return Array.from({ length: Number(shape['minItems'] ?? 0) }, () => fill(isShape(shape['items'])));
    case 'integer':
    case 'number':
      return Math.max(Number(shape['minimum'] ?? 1), 1);
    case 'boolean':
      return false;
    case 'string':
      return fillText(shape);
    default:
      return null;
  }
}

function fillObject(shape: Shape): Shape {
  const properties = isShape(shape['properties'] ?? {});
  const required = Array.isArray(shape['required']) ? shape['required'].map(String) : [];
  return Object.fromEntries(required.map((key) => [key, fill(isShape(properties[key]))]));
}

const byPattern: [pattern: RegExp, text: string][] = [
  [/\[A-Z\]\{3\}/, 'CNY'],
  [/A-Z0-9/, 'ZZ'],
  [/\\d\{1,15\}/, '1.00'],
  [/2\[0-4\]/, '09:00'],
];

function fillText(shape: Shape): string {
  switch (shape['format']) {
    case 'uuid':
      return uuid7();
    case 'date':
      return '2026-01-31';
    case 'date-time':
      return '2026-01-31T00:00:00Z';
    case 'email':
      return 'someone@else.example';
    default:
      return (
        byPattern.find(([pattern]) => pattern.test(patternOf(shape)))?.[1] ??
        'x'.repeat(Math.max(Number(shape['minLength'] ?? 1), 1))
      );
  }
}

export function isShape(value: unknown): Shape {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function patternOf({ pattern }: Shape): string {
  return typeof pattern === 'string' ? pattern : '';
}
