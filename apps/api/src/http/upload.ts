import type { Readable } from 'node:stream';

import type { Permission } from '@danku/domain/access/permissions.ts';
import type { Endpoint, Input, Reply } from '@danku/contract/endpoint.ts';
import type { Request, Response } from 'express';
import multer, { type StorageEngine } from 'multer';

import type { Services } from '../db/context.ts';
import { requirePermission } from '../db/require-permission.ts';
import { Problem } from '../problem.ts';
import { safeFileName } from '../storage/file-name.ts';
import type { StoredFile } from '../storage/file-store.ts';
import { recogniseMediaType, type Recognition } from '../storage/media-type.ts';
import type { Api } from './api.ts';
import { addRoute, callerOf, requireActor, send, statusOf, throughDoor, type ContextOf } from './mount.ts';
import { parseInput } from './parse-input.ts';
import { replySerializer } from './reply-serializer.ts';
import { cookieOf } from './request-facts.ts';

/** A file that is in the store, encrypted, before the transaction that makes its row; without a row a sweep removes it. */
export interface ReceivedFile extends StoredFile {
  name: string;
  recognition: Recognition;
}

type UploadInput<E extends Endpoint> = Input<E> & { files: ReceivedFile[] };

const fieldName = 'file';
const mostFiles = 100;

/**
 * First a short transaction asks who calls and whether they hold one of the permissions; then the bytes stream into the
 * store; then the handler runs in a transaction of its own. A broken upload leaves nothing.
 */
export function mountUpload<E extends Endpoint & { access: 'member' }>(
  api: Api,
  endpoint: E,
  { needs }: { needs: readonly Permission[] },
  handle: (context: ContextOf<E>, input: UploadInput<E>) => Promise<Reply<E>>,
): void {
  const { services } = api;
  const serialize = replySerializer(endpoint, { checks: services.settings.checksReplies });
  addRoute(api, endpoint, async (req, res) => {
    const cookie = cookieOf(services);
    const actor = requireActor(await callerOf(services, req));
    requirePermission({ actor }, ...needs);
    const files = await receive(services, actor.tenantId, req, res);
    const work = async (context: unknown) => {
      const input = { ...parseInput(endpoint, req), files };
      return { status: statusOf(endpoint), body: serialize(await handle(context as ContextOf<E>, input)) };
    };
    send(
      res,
      await throughDoor(
        services,
        endpoint,
        req,
        cookie,
        work,
        files.map(({ hash }) => hash),
      ),
    );
  });
}

async function receive(
  { files: store, settings }: Services,
  tenantId: string,
  req: Request,
  res: Response,
): Promise<ReceivedFile[]> {
  if (req.is('multipart/form-data') === false) {
    throw new Problem('unsupported-media-type');
  }
  // In the order in which they were sent, though a small file is stored sooner than a large one before it.
  const received = new Map<number, ReceivedFile>();
  let arrived = 0;
  const storage: StorageEngine = {
    _handleFile: (_, file, done) => {
      const place = arrived;
      arrived += 1;
      void handle(place, file, done);
    },
    // What was stored under its hash may be another upload's too; only the sweep knows that nobody names it.
    _removeFile: (_, __, done) => done(null),
  };
  const keep = async (stream: Readable, name: string): Promise<ReceivedFile> => {
    const stored = await store.put(tenantId, stream);
    const recognition = await recogniseMediaType(stored.head, () => store.read(tenantId, stored));
    return { ...stored, name: safeFileName(name), recognition };
  };
  const handle = async (
    place: number,
    file: Express.Multer.File,
    done: (error?: unknown, info?: Partial<Express.Multer.File>) => void,
  ): Promise<void> => {
    let kept: ReceivedFile;
    try {
      kept = await keep(file.stream, file.originalname);
    } catch (error) {
      done(error);
      return;
    }
    received.set(place, kept);
    done(null, { size: kept.size });
  };
  const limits = {
    fileSize: settings.uploadLimitBytes,
    files: mostFiles,
    fields: 10,
    fieldSize: 10_000,
    parts: mostFiles + 10,
    headerPairs: 50,
  };
  const parser = multer({ storage, limits, defParamCharset: 'utf8' }).array(fieldName, mostFiles);
  await new Promise<void>((resolve, reject) => {
    parser(req, res, (error: unknown) => (error === undefined || error === null ? resolve() : reject(error)));
  });
  if (received.size === 0) {
    throw new Problem('invalid', { errors: [{ path: `/${fieldName}`, code: 'required' }] });
  }
  return [...received].toSorted(([one], [other]) => one - other).map(([, file]) => file);
}
