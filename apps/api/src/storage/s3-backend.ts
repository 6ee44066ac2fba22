import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';

import type { StorageBackend } from './storage-backend.ts';

export type S3Options = { bucket: string; client: S3ClientConfig };

/** Objects in a bucket of any S3-compatible store. The bucket must exist. */
export function createS3Backend({ bucket, client: config }: S3Options): StorageBackend {
  const client = new S3Client(config);
  const at = (name: string) => ({ Bucket: bucket, Key: `objects/${name}` });
  const temporaryAt = (temporary: string) => ({ Bucket: bucket, Key: `temporary/${temporary}` });
  const has = async (name: string) => (await orUndefined(client.send(new HeadObjectCommand(at(name))))) !== undefined;
  const discardTemporary = async (temporary: string) => {
    await client.send(new DeleteObjectCommand(temporaryAt(temporary)));
  };

  return {
    async writeTemporary(source) {
      const temporary = randomUUID();
      const body = Readable.from(source, { objectMode: false });
      // The upload aborts its own parts when the source or the store fails.
      await new Upload({ client, params: { ...temporaryAt(temporary), Body: body } }).done();
      return temporary;
    },
    async publish(temporary, name) {
      // A store has no rename; the copy happens inside the store and is atomic there.
      await client.send(new CopyObjectCommand({ ...at(name), CopySource: `${bucket}/temporary/${temporary}` }));
      await discardTemporary(temporary);
    },
    discardTemporary,
    read: async (name) => ((await has(name)) ? readLazily(client, at(name)) : undefined),
    has,
    async remove(name) {
      await client.send(new DeleteObjectCommand(at(name)));
    },
    async *list(prefix) {
      for await (const { key } of listObjects(client, bucket, `objects/${prefix}`)) {
        yield key.slice('objects/'.length);
      }
    },
    sweepTemporary: (age) => sweep(client, bucket, age),
  };
}

/** Asks for the bytes at the first read, so that a reader who never starts holds no connection. */
async function* readLazily(client: S3Client, place: { Bucket: string; Key: string }): AsyncGenerator<Uint8Array> {
  const { Body: body } = await client.send(new GetObjectCommand(place));
  if (body !== undefined) {
    yield* Readable.fromWeb(body.transformToWebStream());
  }
}

async function orUndefined<T>(reply: Promise<T>): Promise<T | undefined> {
  try {
    return await reply;
  } catch (error) {
    if (error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name)) {
      return undefined;
    }
    throw error;
  }
}

async function* listObjects(client: S3Client, bucket: string, prefix: string) {
  let next: string | undefined;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: next }));
    for (const { Key: key, LastModified: modified } of page.Contents ?? []) {
      if (key !== undefined) {
        yield { key, modified };
      }
    }
    next = page.NextContinuationToken;
  } while (next !== undefined);
}

async function sweep(client: S3Client, bucket: string, olderThanMilliseconds: number): Promise<number> {
  const before = Date.now() - olderThanMilliseconds;
  let swept = 0;
  for await (const { key, modified } of listObjects(client, bucket, 'temporary/')) {
    if (modified !== undefined && modified.getTime() <= before) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
      swept += 1;
    }
  }
  return swept;
}
