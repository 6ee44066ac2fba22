import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Endpoint, Input } from '@danku/contract/endpoint.ts';

import { contentDisposition } from '../storage/file-name.ts';
import type { Api } from './api.ts';
import { addRoute, throughDoor, type ContextOf } from './mount.ts';
import { parseInput } from './parse-input.ts';
import { cookieOf } from './request-facts.ts';

/** What a handler of `reply: 'bytes'` returns: `open` is called after the commit, so no transaction waits for a slow reader. */
export interface BytesReply {
  open: () => Promise<Readable>;
  mediaType: string;
  fileName: string;
  disposition: 'attachment' | 'inline';
  /** In bytes, where it is known. */
  size?: number;
  /** Bytes named by their content never change, so a browser may keep them; private, and only where nothing has to be recorded. */
  isImmutable?: boolean;
  /** The hash of the bytes; a browser that has them gets 304 after its right to them was asked for. */
  etag?: string;
}

/** Whatever the bytes are, a browser may only show them: no script, no plug-in, no guess at another type. */
const sandbox = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox";

export function mountBytes<E extends Endpoint & { reply: 'bytes' }>(
  api: Api,
  endpoint: E,
  handle: (context: ContextOf<E>, input: Input<E>) => Promise<BytesReply>,
): void {
  addRoute(api, endpoint, async (req, res) => {
    const work = async (context: unknown) => ({
      status: 200,
      body: '',
      reply: await handle(context as ContextOf<E>, parseInput(endpoint, req)),
    });
    const answer = await throughDoor(api.services, endpoint, req, cookieOf(api.services), work);
    if (!('reply' in answer)) {
      throw new Error('Bytes are not kept for a repeated call.');
    }
    const { open, mediaType, fileName, disposition, size, isImmutable, etag } = answer.reply;
    res.set({
      'Content-Type': mediaType,
      'Content-Disposition': contentDisposition(fileName, disposition),
      'Content-Security-Policy': sandbox,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': isImmutable === true ? 'private, max-age=604800, immutable' : 'no-store',
    });
    if (etag !== undefined) {
      res.set('ETag', `"${etag}"`);
    }
    if (etag !== undefined && req.fresh) {
      res.status(304).end();
      return;
    }
    const bytes = await open();
    if (size !== undefined) {
      res.set('Content-Length', String(size));
    }
    await pipeline(bytes, res);
  });
}
