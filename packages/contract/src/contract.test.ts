import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { contract } from './index.ts';
import { problems } from './problem.ts';
import { Amount, text } from './shapes.ts';

const endpoints: [string, Endpoint][] = Object.entries(contract).flatMap(([subject, named]) =>
  Object.entries(named).map(([name, endpoint]): [string, Endpoint] => [`${subject}.${name}`, endpoint]),
);

describe('the contract', () => {
  it('gives every endpoint an address of its own', () => {
    const addresses = endpoints.map(([, { method, path }]) => `${method} ${path.replaceAll(/:\w+/g, ':')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(endpoints)('%s declares what is in its path, and only problems that exist', (_, { path, params, problems: codes }) => {
    const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const declared =
      params === undefined ? [] : Object.keys(Object(z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' }).properties));
    expect(new Set(declared)).toEqual(new Set(named));
    expect(codes.filter((code) => !Object.hasOwn(problems, code))).toEqual([]);
  });

  it.each(endpoints.filter(([, { body }]) => body !== undefined))('%s refuses keys it does not know', (_, { body }) => {
    const schema = body === undefined ? {} : z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });
    expect(schema).toMatchObject({ additionalProperties: false });
  });

  it.each(endpoints.filter(([, { versioned }]) => versioned === true))(
    '%s takes the version it demands',
    (_, { body, problems: codes }) => {
      const schema = body === undefined ? null : z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });
      expect(schema?.properties).toHaveProperty('version');
      expect(codes).toEqual(expect.arrayContaining(['stale', 'version-required']));
    },
  );
});

describe('shapes', () => {
  it('take amounts as decimal strings', () => {
    expect(['1130.00', '-0.05', '0'].every((amount) => Amount.safeParse(amount).success)).toBe(true);
    expect([113, '1,130.00', '1e5', '', 'NaN', '1.23456'].some((amount) => Amount.safeParse(amount).success)).toBe(false);
  });

  it('take no text that the database could not keep', () => {
    const short = text(3);
    expect(short.safeParse('华信').success).toBe(true);
    expect(['four', 'a\u0000', '\ud800'].some((value) => short.safeParse(value).success)).toBe(false);
  });
});
