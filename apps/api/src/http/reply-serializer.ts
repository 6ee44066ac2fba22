import type { Endpoint } from '@danku/contract/endpoint.ts';
import fastJson, { type Schema } from 'fast-json-stringify';
import * as z from 'zod/mini';

/** Compiles the contract's schema once into a function that lets only declared keys out. */
export function replySerializer(endpoint: Endpoint, { checks }: { checks: boolean }): (reply: unknown) => string {
  const { reply: schema } = endpoint;
  if (schema === 'bytes' || schema === 'nothing') {
    return () => '';
  }
  const serialize = fastJson(
    simplify(z.toJSONSchema(schema, { io: 'output', target: 'draft-7', unrepresentable: 'any' })) as Schema,
  );
  return (reply) => {
    if (checks) {
      z.parse(schema, reply);
    }
    return serialize(reply);
  };
}

/** What a value may be was checked when it came in; leaving out shapes and lengths makes the serializer several times faster. */
const checksOnly = new Set([
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'propertyNames',
  '$schema',
]);

function simplify(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(simplify);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  if ('anyOf' in schema && Array.isArray(schema.anyOf)) {
    return simplifyChoice(schema.anyOf);
  }
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !checksOnly.has(key))
      .map(([key, value]) => [key, key === 'enum' || key === 'required' ? value : simplify(value)]),
  );
}

/** "X or null" is told to the serializer as a nullable X, which needs no guessing at run time. */
function simplifyChoice(choices: unknown[]): unknown {
  const present = choices.filter((choice) => !isNullType(choice)).map(simplify);
  const [only] = present;
  if (present.length === choices.length) {
    return { anyOf: present };
  }
  return present.length === 1 && typeof only === 'object' && 'type' in (only ?? {})
    ? { ...only, nullable: true }
    : { anyOf: [...present, { type: 'null' }] };
}

function isNullType(choice: unknown): boolean {
  return typeof choice === 'object' && choice !== null && 'type' in choice && choice.type === 'null';
}
