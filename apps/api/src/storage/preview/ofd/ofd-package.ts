import { posix } from 'node:path';

import { parseXml } from '../../xml.ts';
import type { XmlElement } from '../../xml.ts';
import { readZip, unzipEntry } from '../../zip.ts';
import { PreviewFailure } from '../preview-failure.ts';

const limits = { entries: 10_000, bytes: 256 * 1024 * 1024, ratio: 200 };

/** The parts of an OFD, in memory only; a location is looked up among the names in the zip and nowhere else. */
export type OfdPackage = {
  bytesAt: (path: string) => Buffer | undefined;
  xmlAt: (path: string) => XmlElement | undefined;
};

export function openOfdPackage(bytes: Buffer): OfdPackage {
  const entries = readZip(bytes, limits);
  const bytesAt = (path: string) => {
    const entry = entries.get(path);
    return entry === undefined ? undefined : unzipEntry(bytes, entry);
  };
  return {
    bytesAt,
    xmlAt(path) {
      const found = bytesAt(path);
      return found === undefined ? undefined : parseXml(found);
    },
  };
}

/** A location as written in the file `from`: from the root when it begins with a slash, else beside that file. */
export function locate(from: string, location: string): string {
  const path = location.trim().replaceAll('\\', '/');
  const joined = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path);
  return posix.normalize(joined).replace(/^(\.\.\/)+/, '');
}

export function required<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new PreviewFailure('damaged');
  }
  return value;
}
