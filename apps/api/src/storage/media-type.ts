import { fileTypeFromBuffer } from 'file-type';

import { parseXml, XmlRefused } from './xml.ts';
import { readZip, ZipRefused } from './zip.ts';

export const acceptedMediaTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/tiff',
  'application/ofd',
  'application/xml',
] as const;
export type AcceptedMediaType = (typeof acceptedMediaTypes)[number];

/** Whether files of this type can be shown as pages. */
export function isAcceptedMediaType(mediaType: string): mediaType is AcceptedMediaType {
  return acceptedMediaTypes.some((accepted) => accepted === mediaType);
}

export type RefusalReason =
  | 'empty'
  | 'executable'
  | 'archive'
  | 'office-document'
  | 'image-not-supported'
  | 'xml-malformed'
  | 'xml-doctype'
  | 'xml-no-invoice'
  | 'too-large'
  | 'encrypted'
  | 'unknown';

/**
 * What the bytes are, whatever name or type they came with. `kept-unreadable`: the file is worth keeping but
 * cannot be shown (a phone's HEIC); the person is asked for a JPEG.
 */
export type Recognition =
  | { state: 'accepted'; mediaType: AcceptedMediaType }
  | { state: 'kept-unreadable'; mediaType: string; reason: 'heic' }
  | { state: 'refused'; mediaType: string; reason: RefusalReason };

const zipLimits = { entries: 10_000, bytes: 500_000_000, ratio: 200 };
const xmlLimit = 10 * 1024 * 1024;
const binary = 'application/octet-stream';

/** Roots of the invoices we read: UBL, UN/CEFACT CII, and the two of the Chinese tax office. */
const invoiceRoots = new Set(['Invoice', 'CreditNote', 'CrossIndustryInvoice', 'CrossIndustryDocument', 'EInvoice', 'eInvoice']);

/** Recognises by the first bytes (at least 4100 where there are that many); asks for all of them only for zip and XML. */
export async function recogniseMediaType(head: Uint8Array, readAll: () => Promise<Uint8Array>): Promise<Recognition> {
  if (head.length === 0) {
    return refused('empty');
  }
  if (startsWith(head, 'PK')) {
    return recogniseZip(await readAll());
  }
  if (startsWith(skipBlank(head), '%PDF-')) {
    return { state: 'accepted', mediaType: 'application/pdf' };
  }
  if (looksLikeXml(head)) {
    return recogniseXml(await readAll());
  }
  return judgeType((await fileTypeFromBuffer(head).catch(() => undefined))?.mime);
}

function judgeType(mime: string | undefined): Recognition {
  const accepted = acceptedMediaTypes.find((type) => type === (mime === 'image/apng' ? 'image/png' : mime));
  if (accepted !== undefined && accepted.startsWith('image/')) {
    return { state: 'accepted', mediaType: accepted };
  }
  if (mime === undefined) {
    return refused('unknown');
  }
  if (/^image\/(heic|heif|avif)/.test(mime)) {
    return { state: 'kept-unreadable', mediaType: mime, reason: 'heic' };
  }
  if (/executable|msdownload|x-elf|mach-binary|x-msi|java|wasm|x-deb|x-rpm/.test(mime)) {
    return refused('executable', mime);
  }
  if (/x-cfb|msword|ms-excel|ms-powerpoint|officedocument|opendocument|rtf/.test(mime)) {
    return refused('office-document', mime);
  }
  if (/compress|7z|rar|tar|gzip|bzip|zip|zstd|x-xz|lz/.test(mime)) {
    return refused('archive', mime);
  }
  return refused(mime.startsWith('image/') ? 'image-not-supported' : 'unknown', mime);
}

/** An OFD is a zip with OFD.xml at its top; other zips are told apart only to give a clear reason. */
function recogniseZip(bytes: Uint8Array): Recognition {
  try {
    const names = readZip(bytes, zipLimits);
    if (names.has('OFD.xml')) {
      return { state: 'accepted', mediaType: 'application/ofd' };
    }
    const isOffice = names.has('[Content_Types].xml') || names.has('content.xml');
    return refused(isOffice ? 'office-document' : 'archive', 'application/zip');
  } catch (error) {
    const reason = error instanceof ZipRefused && error.reason !== 'damaged' ? error.reason : 'archive';
    return refused(reason, 'application/zip');
  }
}

function recogniseXml(bytes: Uint8Array): Recognition {
  if (bytes.length > xmlLimit) {
    return refused('too-large', 'application/xml');
  }
  try {
    return invoiceRoots.has(parseXml(bytes).name)
      ? { state: 'accepted', mediaType: 'application/xml' }
      : refused('xml-no-invoice', 'application/xml');
  } catch (error) {
    const isDoctype = error instanceof XmlRefused && error.reason === 'doctype';
    return refused(isDoctype ? 'xml-doctype' : 'xml-malformed', 'application/xml');
  }
}

function refused(reason: RefusalReason, mediaType = binary): Recognition {
  return { state: 'refused', mediaType, reason };
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).equals(Buffer.from(text));
}

/** Some writers put a byte order mark or blank lines before the first mark. */
function skipBlank(head: Uint8Array): Uint8Array {
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const first = head.subarray(start).findIndex((byte) => byte > 0x20);
  return head.subarray(start + Math.max(0, first));
}

function looksLikeXml(head: Uint8Array): boolean {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const text = isUtf16
    ? new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head.subarray(0, 200))
    : Buffer.from(skipBlank(head).subarray(0, 200)).toString('latin1');
  // An SVG or HTML page is text with angle brackets too; as no invoice root is found there it is refused.
  return /^\s*<(\?xml|!--|!DOCTYPE|[A-Za-z][\w:.-]*[\s>/])/.test(text);
}
