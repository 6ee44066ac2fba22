import { contract } from '@danku/contract';
import { openApiOf } from '@danku/contract/openapi.ts';
import express, { type Router } from 'express';

import type { Settings } from '../db/context.ts';

/** The contract as OpenAPI 3.1, made once at start. */
export function serveDocumentation({ version }: Settings): Router {
  const router = express.Router();
  const text = JSON.stringify(openApiOf(contract, { version }));
  router.get('/v1/openapi.json', (_, res) => {
    res.type('json').send(text);
  });
  return router;
}
