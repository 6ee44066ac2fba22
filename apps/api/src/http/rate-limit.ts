import type { RequestHandler } from 'express';
import pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

import type { Database } from '../db/client.ts';
import type { AttemptLimit, Services } from '../db/context.ts';
import { Problem } from '../problem.ts';
import { credentialsOf } from './request-facts.ts';

const quarterOfAnHour = 15 * 60;

/** Failed sign-ins are counted in the database, so that every node and every start knows of them. */
export function createSignInLimits(
  { pool }: Database,
  { perAddress = 100 } = {},
): { byAccount: AttemptLimit; byAddress: AttemptLimit } {
  // The limiter reckons in plain numbers, where ours are bigint.
  const storeClient = { query: (query: pg.QueryConfig) => pool.query({ ...query, types: pg.types }) };
  const shared = {
    storeClient,
    storeType: 'pool',
    schemaName: 'identity',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    duration: quarterOfAnHour,
  };
  return {
    byAccount: attemptLimit(new RateLimiterPostgres({ ...shared, keyPrefix: 'account', points: 10 })),
    byAddress: attemptLimit(new RateLimiterPostgres({ ...shared, keyPrefix: 'address', points: perAddress })),
  };
}

function attemptLimit(limiter: RateLimiterAbstract): AttemptLimit {
  return {
    spend: async (key) => {
      await spend(limiter, key);
    },
    refund: async (key) => {
      await limiter.reward(key);
    },
    forgive: async (key) => {
      await limiter.delete(key);
    },
  };
}

/** Generous, per session or token, else per address; in memory, as it only has to keep one caller from taking the whole node. */
export function limitRequests(services: Services, { perMinute = 3_000 } = {}): RequestHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (req, _, next) => {
    const credentials = await credentialsOf(req, services);
    await spend(limiter, credentials?.hash ?? req.ip ?? '');
    next();
  };
}

async function spend(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) {
      throw new Problem('too-many-requests', { retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) });
    }
    throw refused;
  }
}
