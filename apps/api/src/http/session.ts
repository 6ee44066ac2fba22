import type { Request } from 'express';
import { Strategy, type Strategy as PassportStrategy } from 'passport';
import { Strategy as BearerStrategy } from 'passport-http-bearer';

import { cookieName } from './cookie-name.ts';

interface Shown {
  kind: 'session' | 'token';
  secret: string;
}

/** What passport strategies read of a request. */
interface Asked {
  headers: Record<string, string | undefined>;
  body?: unknown;
  query?: unknown;
}

/** A strategy while it looks at one request; passport gives it the callbacks, and so do we. */
interface Attempt {
  authenticate: (request: Asked, options: object) => void;
}

/** Reads our own session cookie. Who it belongs to is asked by the door, in its first round trip. */
class CookieStrategy extends Strategy {
  override readonly name = 'cookie';

  override authenticate(req: Request, { cookie }: { cookie: string }): void {
    const secret = readCookie(req.headers.cookie, cookie);
    if (secret === undefined) {
      this.pass();
    } else {
      this.success({ kind: 'session', secret });
    }
  }
}

const bearer = new BearerStrategy((token, done) => done(null, { kind: 'token', secret: token }));
const cookie = new CookieStrategy();

/** The secret a request shows: a token before a cookie. Tokens are read from the header only, as addresses end up in logs. */
export async function secretsOf(req: Request, isHttps: boolean): Promise<Shown | null> {
  const headers = { authorization: req.headers.authorization, cookie: req.headers.cookie };
  if (headers.authorization !== undefined) {
    return shownOf(await ask(bearer, { headers }));
  }
  return shownOf(await ask(cookie, { headers }, { cookie: cookieName(isHttps) }));
}

/** Runs one passport strategy as passport does, without its session; null when it refuses or passes. */
export function ask(strategy: PassportStrategy, request: Asked, options: object = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const attempt: Attempt = Object.create(strategy, {
      success: { value: resolve },
      fail: { value: () => resolve(null) },
      pass: { value: () => resolve(null) },
      error: { value: reject },
    });
    attempt.authenticate(request, options);
  });
}

function shownOf(user: unknown): Shown | null {
  const isShown =
    typeof user === 'object' && user !== null && 'kind' in user && 'secret' in user && typeof user.secret === 'string';
  return isShown ? { kind: user.kind === 'token' ? 'token' : 'session', secret: String(user.secret) } : null;
}

function readCookie(header: string | undefined, name: string): string | undefined {
  const found = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1);
  return value === '' ? undefined : value;
}
