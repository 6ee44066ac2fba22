import { constants, inflateSync } from 'node:zlib';

import type { ContentFindings } from './content-findings.ts';
import { isExecutableName, looksExecutable } from './executable.ts';

/** What makes a reader do something, by the names that PDF gives it. Short names would be found in pictures by chance. */
const activeNames = [
  ['javascript', /\/JavaScript\b/],
  ['launch', /\/Launch\b/],
  ['multimedia', /\/(RichMedia|Rendition|Movie)\b/],
  ['form-action', /\/(SubmitForm|ImportData|XFA)\b/],
  ['additional-actions', /\/AA\s*(<<|\d+\s+\d+\s+R)/],
] as const;

/** What all parts together may unpack to; beyond it a file counts as unreadable. */
const unpackLimit = 64 * 1024 * 1024;

/** Looks for active content, embedded programs and encryption, also in compressed object streams. Reads names, runs nothing. */
export function inspectPdf(bytes: Buffer): ContentFindings {
  const text = plainNames(bytes.toString('latin1'));
  const found = new Set<string>();
  const parts = [text];
  let left = unpackLimit;
  const read = (head: string, data: Buffer) => {
    const content = unpack(head, data, left);
    left -= content?.length ?? 0;
    return content;
  };
  for (const { head, data } of streamsOf(bytes)) {
    if (/\/ObjStm\b/.test(head)) {
      const objects = read(head, data);
      parts.push(plainNames(objects?.toString('latin1') ?? ''));
      found.add(objects === undefined ? 'unreadable' : '');
    }
    if (/\/EmbeddedFile\b(?!s)/.test(head)) {
      found.add(faultOfEmbedded(read(head, data)));
    }
  }
  for (const part of parts) {
    activeNames.filter(([, pattern]) => pattern.test(part)).forEach(([name]) => found.add(name));
    if (namesIn(part).some(isExecutableName)) {
      found.add('embedded-executable');
    }
  }
  if (hasOpenAction(text, parts)) {
    found.add('open-action');
  }
  found.delete('');
  return { activeContent: [...found].toSorted(), isEncrypted: /\/Encrypt\s*(<<|\d+\s+\d+\s+R)/.test(text) };
}

/** `/J#61vaScript` is `/JavaScript`. */
function plainNames(text: string): string {
  return text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Every stream with the dictionary before it. Each beginning counts, so that no text in between can hide one. */
function* streamsOf(bytes: Buffer): Generator<{ head: string; data: Buffer }> {
  let end = 0;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const before = bytes.subarray(Math.max(0, at - 4096), at).toString('latin1');
    if (!before.trimEnd().endsWith('>>')) {
      continue;
    }
    const head = plainNames(before.slice(Math.max(0, before.lastIndexOf(' obj'))));
    const start = at + 6 + (bytes[at + 6] === 0x0d ? 2 : 1);
    if (end < start) {
      const found = bytes.indexOf('endstream', start);
      end = found < 0 ? bytes.length : found;
    }
    yield { head, data: bytes.subarray(start, end) };
  }
}

/** Undefined for what is packed in a way that nobody uses for this, or unpacks to too much. */
function unpack(head: string, data: Buffer, limit: number): Buffer | undefined {
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(head)?.[1]?.match(/\/\w+/g) ?? [];
  if (filters.length === 0) {
    return data.length <= limit ? data : undefined;
  }
  if (filters.length > 1 || !['/FlateDecode', '/Fl'].includes(filters[0] ?? '') || /\/Predictor\s+(?!1\b)/.test(head)) {
    return undefined;
  }
  try {
    return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, limit) });
  } catch {
    return undefined;
  }
}

function faultOfEmbedded(content: Buffer | undefined): string {
  if (content === undefined) {
    return 'embedded-unreadable';
  }
  if (looksExecutable(content)) {
    return 'embedded-executable';
  }
  return content.toString('latin1', 0, 4) === 'PK\x03\x04' ? 'embedded-archive' : '';
}

/** File names as attachments carry them, also in UTF-16. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/\/(?:F|UF)\s*\(([^)]{1,400})\)/g)].map(([, name = '']) => name.replaceAll('\0', ''));
}

/** An action at opening other than going to a page. */
function hasOpenAction(text: string, parts: readonly string[]): boolean {
  const [, kind, reference] = /\/OpenAction\s*(<<|\[|(\d+)\s+\d+\s+R)/.exec(parts.join('\n')) ?? [];
  if (kind === undefined || kind === '[') {
    return false;
  }
  const at = kind === '<<' ? text.search(/\/OpenAction\s*<</) : text.search(new RegExp(`(^|\\s)${reference} \\d+ obj\\b`));
  const action = at < 0 ? '' : text.slice(at, at + 400);
  return /\/S\s*\/(?!GoTo\b)\w+/.test(action);
}
