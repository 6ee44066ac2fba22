/** The thread in which inspect-file.ts reads a file, so that a large or hostile one keeps nobody waiting. */
import { parentPort, workerData } from 'node:worker_threads';

import { z } from 'zod';

import { acceptedMediaTypes } from '../media-type.ts';
import { inspectContent } from './inspect-content.ts';

const Task = z.object({ bytes: z.instanceof(Uint8Array), mediaType: z.enum(acceptedMediaTypes) });

const { bytes, mediaType } = Task.parse(workerData);
parentPort?.postMessage(inspectContent(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), mediaType));
