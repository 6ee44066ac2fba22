import { contract } from '@danku/contract';
import { openApiOf } from '@danku/contract/openapi.ts';
import express, { type Router } from 'express';

import type { Settings } from '../db/context.ts';
import { documentationPage } from './documentation-page.ts';
import { newNonce } from './headers.ts';

/** The contract as OpenAPI 3.1 and as a page for people. */
export function serveDocumentation({ version }: Pick<Settings, 'version'>): Router {
  const router = express.Router();
  const openApi = JSON.stringify(openApiOf(contract, { version }));
  router.get('/v1/openapi.json', (_, res) => {
    res.type('json').send(openApi);
  });
  router.get('/docs', (_, res) => {
    const nonce = newNonce();
    res.set(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    res.type('html').send(documentationPage(contract, { nonce, version }));
  });
  return router;
}
