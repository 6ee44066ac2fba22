import { request, type ClientRequest } from 'node:http';

import type { TestMember } from '../factories.ts';

export interface RawPart {
  /** Whole header lines, as they are sent. */
  headers: string[];
  body: Uint8Array | string;
}

/** A form made byte by byte, with what no client would put into it. */
export function rawForm(parts: readonly RawPart[], boundary = 'b'): Buffer {
  const pieces = parts.flatMap(({ headers, body }) => [
    Buffer.from(`--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

export const filePart = (name: string, body: Uint8Array | string): RawPart => ({
  headers: [`Content-Disposition: form-data; name="file"; filename="${name}"`, 'Content-Type: text/html'],
  body,
});

/** A POST to /files whose body the caller writes; it answers nothing by itself. */
export function openUpload(member: TestMember, headers: Record<string, string | number> = {}): ClientRequest {
  const { server, slug } = member.tenant;
  const call = request(`${server.url}/api/v1/files`, {
    method: 'POST',
    agent: false,
    headers: {
      Cookie: `danku=${member.cookie}`,
      'Danku-Tenant': slug,
      Origin: server.url,
      'Content-Type': 'multipart/form-data; boundary=b',
      ...headers,
    },
  });
  call.on('error', () => undefined);
  return call;
}

/** Sends these bytes as the body; null when the connection broke without an answer. */
export async function sendRaw(
  member: TestMember,
  body: Uint8Array,
  headers: Record<string, string | number> = {},
): Promise<{ status: number; text: string } | null> {
  const call = openUpload(member, { 'Content-Length': body.length, ...headers });
  return new Promise((resolve) => {
    call.on('response', (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', () => resolve(null));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString() }));
    });
    call.on('error', () => resolve(null));
    call.setTimeout(15_000, () => call.destroy());
    call.end(body);
  });
}
