import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serveWeb } from './static.ts';

let folder = '';
let url = '';
const server = createServer();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danku-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="__NONCE__"><script nonce="__NONCE__"></script>');
  await writeFile(join(folder, 'assets', 'app-1.js'), 'plain');
  await writeFile(join(folder, 'assets', 'app-1.js.br'), 'brotli');
  await writeFile(join(folder, '..', 'danku-secret.txt'), 'secret');
  server.on('request', express().use(serveWeb(folder)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
  await rm(join(folder, '..', 'danku-secret.txt'));
});

describe('the web app', () => {
  it('is one page for every address, with a nonce that is used once', async () => {
    const pages = await Promise.all(['/', '/t/huaxin/documents', '/t/huaxin/d/SO-2026.01'].map((path) => fetch(url + path)));
    const nonces = await Promise.all(
      pages.map(async (page) => {
        const [, nonce] = /nonce="([^"]+)"><script/.exec(await page.text()) ?? [];
        expect(page.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(3);
  });

  it('sends files as they were compressed, to be kept for ever', async () => {
    const answer = await fetch(`${url}/assets/app-1.js`, { headers: { 'Accept-Encoding': 'identity' } });
    expect([await answer.text(), answer.headers.get('cache-control')]).toEqual(['plain', 'public, max-age=31536000, immutable']);
    const compressed = await fetch(`${url}/assets/app-1.js`, { method: 'HEAD', headers: { 'Accept-Encoding': 'br' } });
    expect([compressed.headers.get('content-encoding'), compressed.headers.get('content-type')]).toEqual([
      'br',
      'text/javascript; charset=utf-8',
    ]);
  });

  it.each(['/assets/none.js', '/assets/..%2f..%2fdanku-secret.txt', '/..%2fdanku-secret.txt', '/.env', '/wp-login.php'])(
    'has no %s',
    async (path) => {
      expect((await fetch(url + path)).status).toBe(404);
    },
  );
});
