import { z } from 'zod';

import { acceptedMediaTypes } from '../media-type.ts';
import { invoiceLabelKeys } from './invoice-data.ts';
import { previewFailureReasons } from './preview-failure.ts';

/** What the child is told, as its one argument. */
export const PreviewTask = z.object({
  mediaType: z.enum(acceptedMediaTypes),
  limits: z.object({ pages: z.int(), pixels: z.int() }),
  labels: z.record(z.enum(invoiceLabelKeys), z.string()),
});
export type PreviewTask = z.infer<typeof PreviewTask>;

/** What the child says on its output: a length, a JSON head, and the picture the head announces. */
export const PreviewFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), width: z.int(), height: z.int(), bytes: z.int() }),
  z.object({ kind: z.literal('done'), isRenderedFromData: z.boolean() }),
  z.object({ kind: z.literal('failed'), reason: z.enum(previewFailureReasons) }),
]);
export type PreviewFrame = z.infer<typeof PreviewFrame>;

export function encodeFrame(frame: PreviewFrame, body: Uint8Array = Buffer.alloc(0)): Buffer {
  const head = Buffer.from(JSON.stringify(frame));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, body]);
}

/** Frames as they arrive; a stream that ends inside a frame just ends. */
export async function* decodeFrames(source: AsyncIterable<Uint8Array>) {
  let held = Buffer.alloc(0);
  for await (const piece of source) {
    held = Buffer.concat([held, piece]);
    for (let taken = takeFrame(held); taken !== undefined; taken = takeFrame(held)) {
      yield { frame: taken.frame, body: taken.body };
      held = held.subarray(taken.length);
    }
  }
}

function takeFrame(held: Buffer) {
  if (held.length < 4 || held.length < 4 + held.readUInt32BE(0)) {
    return undefined;
  }
  const start = 4 + held.readUInt32BE(0);
  const frame = PreviewFrame.parse(JSON.parse(held.toString('utf8', 4, start)));
  const length = start + (frame.kind === 'page' ? frame.bytes : 0);
  return held.length < length ? undefined : { frame, body: Buffer.from(held.subarray(start, length)), length };
}
