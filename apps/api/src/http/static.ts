import { readdirSync, readFileSync, existsSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

import type { RequestHandler, Response } from 'express';

import { allowPage, newNonce } from './headers.ts';

interface Asset {
  path: string;
  size: number;
  encoding: 'br' | 'gzip' | null;
}

/** A page's address may hold a document's number, which may hold a dot; what ends like these is no page. */
const looksLikeFile = /\.(js|css|map|svg|png|ico|json|txt|html|php|woff2?|wasm|webmanifest|xml|env)$/i;

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * The built web app: its files as they were compressed at build time, and for every other address index.html with a fresh
 * nonce. Only files that were there at start are served, so no address can name another.
 */
export function serveWeb(folder: string): RequestHandler {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) {
    return (_, __, next) => next();
  }
  const page = readFileSync(index, 'utf8');
  const files = new Set(readdirSync(folder, { recursive: true }).map((name) => `/${String(name).split(sep).join('/')}`));
  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      next();
    } else if (files.has(req.path) && req.path !== '/index.html' && statSync(join(folder, req.path)).isFile()) {
      sendAsset(res, req.path, pick(folder, req.path, files, req.acceptsEncodings()));
    } else if (req.path.startsWith('/assets/') || looksLikeFile.test(req.path)) {
      next();
    } else {
      sendPage(res, page);
    }
  };
}

function pick(folder: string, path: string, files: ReadonlySet<string>, accepted: readonly string[]): Asset {
  const found = encodings.find(([encoding, suffix]) => accepted.includes(encoding) && files.has(path + suffix));
  const file = join(folder, path + (found?.[1] ?? ''));
  return { path: file, size: statSync(file).size, encoding: found?.[0] ?? null };
}

function sendAsset(res: Response, name: string, { path, encoding }: Asset): void {
  // Vite puts the hash of the content into the names below /assets.
  const cache = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  res.set({ 'Cache-Control': cache, Vary: 'Accept-Encoding' }).type(extname(name));
  if (encoding !== null) {
    res.set('Content-Encoding', encoding);
  }
  res.sendFile(path, {
    cacheControl: false,
    dotfiles: 'allow',
    headers: { 'Content-Type': res.get('Content-Type') ?? 'application/octet-stream' },
  });
}

function sendPage(res: Response, page: string): void {
  const nonce = newNonce();
  allowPage(res, nonce);
  res.type('html').send(page.replaceAll('__NONCE__', nonce));
}
