/** The disk or bucket has no room left. Nothing was stored; reading goes on. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';

  constructor(cause: unknown) {
    super('The file storage is full.', { cause });
  }
}

/** The object named by a hash and key is not in the storage. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';

  constructor() {
    super('The file is not in the storage.');
  }
}

/** Bytes, order, length, tenant or key of a stored object are not what was written. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged';

  constructor(what: string) {
    super(`The stored file is damaged or was tampered with: ${what}.`);
  }
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'XMinioStorageFull', 'QuotaExceeded', 'InsufficientStorage']);

/** Turns what a disk or an S3 server says when it is full into StorageFull; leaves other errors alone. */
export function asStorageError(error: unknown): unknown {
  if (!(error instanceof Error)) {
    return error;
  }
  const code = 'code' in error ? error.code : undefined;
  const isFull = fullCodes.has(String(code)) || fullCodes.has(error.name);
  return isFull ? new StorageFull(error) : error;
}
