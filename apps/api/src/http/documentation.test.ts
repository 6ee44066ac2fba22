import { once } from 'node:events';
import { createServer } from 'node:http';

import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { serveDocumentation } from './documentation.ts';

const app = express().use('/api', serveDocumentation({ version: '1.2.3' }));
const server = createServer(app);
let url = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(() => server.close());

it('shows every endpoint on a page that runs no script and asks no other site', async () => {
  const answer = await fetch(`${url}/api/docs`);
  const page = await answer.text();
  expect(page).toContain('/documents/:id/submit');
  expect(page).not.toMatch(/<script|https?:\/\/(?!json-schema)/);
  const nonce = /style nonce="([^"]+)"/.exec(page)?.[1];
  expect(answer.headers.get('content-security-policy')).toContain(`style-src 'nonce-${nonce}'`);
});

it('is OpenAPI 3.1 too', async () => {
  const document = await (await fetch(`${url}/api/v1/openapi.json`)).json();
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { version: '1.2.3' },
    paths: { '/auth/sign-in': { post: { operationId: 'auth.signIn', security: [] } } },
  });
});
