import { randomBytes } from 'node:crypto';

import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** For every answer. JSON and bytes get a policy that lets nothing run; pages get `allowPage`. */
export function securityHeaders({ isHttps }: { isHttps: boolean }): RequestHandler[] {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
    },
    strictTransportSecurity: isHttps ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  const neverStore: RequestHandler = (_, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  };
  return [protect, neverStore];
}

export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/** The policy of our own pages: scripts from here only; style elements with the page's nonce; style attributes, which the kit needs. */
export function allowPage(res: Response, nonce: string): void {
  res.set(
    'Content-Security-Policy',
    [
      "default-src 'self'",
      "script-src 'self' 'wasm-unsafe-eval'",
      `style-src-elem 'self' 'nonce-${nonce}'`,
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "connect-src 'self'",
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  );
}
