import { inflateRawSync } from 'node:zlib';

/** Why an archive is not read. */
export class ZipRefused extends Error {
  override readonly name = 'ZipRefused';
  readonly reason: 'damaged' | 'encrypted' | 'too-large';

  constructor(reason: 'damaged' | 'encrypted' | 'too-large', what: string) {
    super(`The archive is refused (${reason}): ${what}.`);
    this.reason = reason;
  }
}

export type ZipEntry = { name: string; packedSize: number; size: number; method: number; headerAt: number };
export type ZipLimits = { entries: number; bytes: number; ratio: number };

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

/** Small entries may shrink a lot; only beyond this size does the ratio tell a bomb. */
const ratioMattersFrom = 1024 * 1024;

/**
 * The table of contents of a zip, checked against the limits before anything is unpacked. Names are plain keys
 * for look-up and never become paths on a disk.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits): Map<string, ZipEntry> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, at } = findEnd(buffer);
  if (count > limits.entries) {
    throw new ZipRefused('too-large', `${count} entries`);
  }
  const entries = new Map<string, ZipEntry>();
  let offset = at;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readCentralEntry(buffer, offset);
    total += entry.size;
    const isBomb = entry.size > ratioMattersFrom && entry.size > entry.packedSize * limits.ratio;
    if (total > limits.bytes || isBomb) {
      throw new ZipRefused('too-large', 'unpacked size');
    }
    if (entries.has(entry.name)) {
      throw new ZipRefused('damaged', 'two entries of one name');
    }
    entries.set(entry.name, entry);
    offset = next;
  }
  return entries;
}

/** Unpacks one entry; never gives more bytes than the table of contents promised. */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.headerAt + 30 > buffer.length || buffer.readUInt32LE(entry.headerAt) !== localSignature) {
    throw new ZipRefused('damaged', 'local header');
  }
  const start = entry.headerAt + 30 + buffer.readUInt16LE(entry.headerAt + 26) + buffer.readUInt16LE(entry.headerAt + 28);
  const packed = buffer.subarray(start, start + entry.packedSize);
  if (entry.method === 0) {
    return packed;
  }
  if (entry.method !== 8) {
    throw new ZipRefused('damaged', `compression method ${entry.method}`);
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    throw new ZipRefused('damaged', 'an entry does not unpack to its declared size');
  }
}

/** The end record lies in the last 64 KiB, because a comment may follow it. */
function findEnd(buffer: Buffer): { count: number; at: number } {
  for (let at = buffer.length - 22; at >= 0 && at >= buffer.length - 22 - 0xffff; at -= 1) {
    if (buffer.readUInt32LE(at) === endSignature) {
      return { count: buffer.readUInt16LE(at + 10), at: buffer.readUInt32LE(at + 16) };
    }
  }
  throw new ZipRefused('damaged', 'no table of contents');
}

function readCentralEntry(buffer: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== centralSignature) {
    throw new ZipRefused('damaged', 'table of contents');
  }
  if ((buffer.readUInt16LE(at + 8) & 1) === 1) {
    throw new ZipRefused('encrypted', 'an entry needs a password');
  }
  const nameLength = buffer.readUInt16LE(at + 28);
  const raw = buffer.subarray(at + 46, at + 46 + nameLength);
  const entry = {
    name: decodeName(raw),
    method: buffer.readUInt16LE(at + 10),
    packedSize: buffer.readUInt32LE(at + 20),
    size: buffer.readUInt32LE(at + 24),
    headerAt: buffer.readUInt32LE(at + 42),
  };
  const next = at + 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  return { entry, next };
}

/** Chinese writers put UTF-8 or GB18030, and the flag that should tell which is often wrong. */
function decodeName(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw).replaceAll('\\', '/');
  } catch {
    return new TextDecoder('gb18030').decode(raw).replaceAll('\\', '/');
  }
}
