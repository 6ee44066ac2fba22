import type { Request, Response } from 'express';

import type { Services, SessionCookie, Visitor } from '../db/context.ts';
import { hashSecret, type Credentials } from '../db/credentials.ts';
import { Problem } from '../problem.ts';
import { cookieName } from './cookie-name.ts';
import { requestIdOf } from './request-id.ts';
import { secretsOf } from './session.ts';

export function visitorOf(req: Request): Visitor {
  return { ip: req.ip ?? null, userAgent: req.get('user-agent')?.slice(0, 300) ?? null, requestId: requestIdOf(req) };
}

/** Session cookie or bearer token, and the organisation; null when nothing is shown. */
export async function credentialsOf(req: Request, services: Services): Promise<Credentials | null> {
  const shown = await secretsOf(req, services.settings.isHttps);
  if (shown === null) {
    return null;
  }
  const named = req.get('danku-tenant') ?? req.query['t'];
  return {
    kind: shown.kind,
    hash: hashSecret(shown.secret),
    tenant: typeof named === 'string' && named !== '' ? named.toLowerCase() : null,
  };
}

/**
 * A browser sends the cookie along with what another site makes it send; it also says which site that was. A call with a
 * token is made by a program that holds it, so it needs no origin.
 */
export function requireOwnOrigin(req: Request, { settings }: Services): void {
  if (req.method === 'GET' || req.method === 'HEAD' || req.get('authorization') !== undefined) {
    return;
  }
  const origin = req.get('origin');
  const own = `${req.protocol}://${req.get('host') ?? ''}`;
  if (origin === undefined || (origin !== own && origin !== settings.publicUrl)) {
    throw new Problem('wrong-origin');
  }
}

/** Collects what is to happen to the cookie; `apply` does it when the answer is sent. */
export function cookieOf({ settings }: Services): SessionCookie & { apply: (res: Response) => void } {
  let secret: string | null | undefined;
  const name = cookieName(settings.isHttps);
  const flags = { httpOnly: true, sameSite: 'lax', secure: settings.isHttps, path: '/' } as const;
  return {
    set: (value) => (secret = value),
    clear: () => (secret = null),
    apply: (res) => {
      if (secret === null) {
        res.clearCookie(name, flags);
      } else if (secret !== undefined) {
        res.cookie(name, secret, { ...flags, maxAge: settings.sessionAbsoluteHours * 3_600_000 });
      }
    },
  };
}
