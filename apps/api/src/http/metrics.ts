import type { Request, RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

import type { Database } from '../db/client.ts';

export interface Metrics {
  measure: RequestHandler;
  show: RequestHandler;
}

/** Figures for Prometheus. The route's pattern is the label, never the address: ids would make as many series as documents. */
export function createMetrics({ pool }: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'danku_http_seconds',
    help: 'Time to answer, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const connections = new Gauge({
    name: 'danku_database_connections',
    help: 'Connections of the pool, by state',
    labelNames: ['state'],
    registers: [registry],
    collect: () => {
      connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      connections.set({ state: 'idle' }, pool.idleCount);
      connections.set({ state: 'wanted' }, pool.waitingCount);
    },
  });
  return {
    measure: (req, res, next) => {
      const stop = seconds.startTimer();
      res.on('finish', () => stop({ method: req.method, route: routeOf(req), status: res.statusCode }));
      next();
    },
    show: async (_, res) => {
      res.type(registry.contentType).send(await registry.metrics());
    },
  };
}

function routeOf(req: Request): string {
  const route: unknown = req.route;
  const hasPath = typeof route === 'object' && route !== null && 'path' in route;
  return hasPath ? `${req.baseUrl}${String(route.path)}` : 'other';
}
