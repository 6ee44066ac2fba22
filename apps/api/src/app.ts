import { join } from 'node:path';

import express, { type Express } from 'express';

import type { Services } from './db/context.ts';
import type { Api } from './http/api.ts';
import { serveDocumentation } from './http/documentation.ts';
import { securityHeaders } from './http/headers.ts';
import { isAlive, isReady } from './http/health.ts';
import { logRequests } from './http/log.ts';
import { createMetrics } from './http/metrics.ts';
import { noSuchRoute, problemHandler } from './http/problem-handler.ts';
import { limitRequests } from './http/rate-limit.ts';
import { giveRequestId } from './http/request-id.ts';
import { serveWeb } from './http/static.ts';
import { addRoutes } from './routes.ts';

export interface AppOptions {
  /** Where the built web app lies. */
  webFolder?: string;
  requestsPerMinute?: number;
}

const builtWeb = join(import.meta.dirname, '../../web/dist');

/** The whole server as an object that listens to nothing. `api.mounted` tells which endpoints it has. */
export function createApp(
  services: Services,
  { webFolder = builtWeb, requestsPerMinute }: AppOptions = {},
): { app: Express; api: Api } {
  const app = express();
  const metrics = createMetrics(services.database);
  app.disable('x-powered-by').disable('etag').set('trust proxy', services.settings.trustedProxies).set('query parser', 'simple');
  app.get('/healthz', isAlive);
  app.get('/readyz', isReady(services.database));
  app.get('/metrics', metrics.show);
  app.use(giveRequestId, logRequests(services.log), metrics.measure, ...securityHeaders(services.settings));

  const api: Api = { router: express.Router({ caseSensitive: true }), services, mounted: [] };
  addRoutes(api);
  app.use('/api', serveDocumentation(services.settings));
  app.use('/api/v1', limitRequests(services, { perMinute: requestsPerMinute }), api.router);
  app.use('/api', noSuchRoute);
  app.use(serveWeb(webFolder));
  app.use(noSuchRoute, problemHandler(services.log));
  return { app, api };
}
