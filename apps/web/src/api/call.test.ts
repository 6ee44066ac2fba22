import { changeMe, readLink, readMe, signIn, signOut } from '@danku/contract/auth.ts';
import { listInbox, readPage, uploadFiles } from '@danku/contract/files.ts';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, refuse } from '../test/answer.ts';
import { server } from '../test/server.ts';
import { addressOf } from './address.ts';
import { call, urlOf } from './call.ts';
import { problemOf } from './problem-error.ts';

const me = {
  account: { id: 'a', email: 'clerk@huaxin.example', name: '李娜', locale: 'zh-CN' as const, preferences: {} },
  organisations: [],
  member: null,
};

describe('call', () => {
  beforeEach(() => window.history.replaceState(null, '', '/t/huaxin/documents'));

  it('fills in the path and the query, and names the organisation of the address', async () => {
    let seen: Headers | undefined;
    server.use(
      answer(listInbox, ({ headers, query }) => {
        seen = headers;
        expect(Object.fromEntries(query)).toEqual({ state: 'open', limit: '20' });
        return { items: [], next: null };
      }),
    );
    await call(listInbox, { query: { state: 'open', limit: 20, cursor: undefined } });
    expect(seen?.get('Danku-Tenant')).toBe('huaxin');
    expect(seen?.get('Idempotency-Key')).toBeNull();
  });

  it('names no organisation outside of one', async () => {
    window.history.replaceState(null, '', '/login');
    server.use(
      answer(readMe, ({ headers }) => {
        expect(headers.get('Danku-Tenant')).toBeNull();
        return me;
      }),
    );
    await expect(call(readMe)).resolves.toEqual(me);
  });

  it('sends a broken POST again with the same key', async () => {
    const keys: (string | null)[] = [];
    server.use(
      http.post('*/api/v1/auth/sign-in', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return keys.length < 3 ? HttpResponse.error() : HttpResponse.json(me);
      }),
    );
    await expect(call(signIn, { body: { email: 'a', password: 'b' } })).resolves.toEqual(me);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('does not send a broken PATCH again', async () => {
    let calls = 0;
    server.use(
      http.patch('*/api/v1/me', () => {
        calls += 1;
        return HttpResponse.error();
      }),
    );
    await expect(call(changeMe, { body: { name: 'x' } })).rejects.toMatchObject({ code: 'offline' });
    expect(calls).toBe(1);
  });

  it('throws the problem the server names, with its faults', async () => {
    server.use(refuse(changeMe, 'invalid', { errors: [{ path: '/name', code: 'too-long' }] }));
    await expect(call(changeMe, { body: { name: 'x' } })).rejects.toMatchObject({
      code: 'invalid',
      status: 422,
      errors: [{ path: '/name', code: 'too-long' }],
    });
  });

  it('answers nothing for nothing', async () => {
    server.use(answer(signOut, undefined));
    await expect(call(signOut, { body: {} })).resolves.toBeUndefined();
  });

  it('lets an abort be an abort', async () => {
    server.use(answer(readMe, me));
    await expect(call(readMe, {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('addresses', () => {
  it('cannot be led astray by a parameter', () => {
    expect(addressOf(readLink, { params: { token: '../../me?x=1' } })).toBe('/api/v1/auth/links/..%2F..%2Fme%3Fx%3D1');
  });

  it('carry the organisation where headers cannot', () => {
    window.history.replaceState(null, '', '/t/huaxin');
    expect(urlOf(readPage, { params: { id: 'f', page: 2 } })).toBe('/api/v1/files/f/pages/2?t=huaxin');
    expect(addressOf(uploadFiles, { query: { inbox: false } })).toBe('/api/v1/files?inbox=false');
  });
});

describe('problemOf', () => {
  it('makes sense of answers that are not ours', () => {
    expect(problemOf(502, '<html>', null).code).toBe('unavailable');
    expect(problemOf(413, '', null).code).toBe('too-large');
    expect(problemOf(500, '{"code":"never-heard-of"}', 'r1')).toMatchObject({ code: 'internal', requestId: 'r1' });
  });
});
