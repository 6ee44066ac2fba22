import type { Endpoint, Reply } from '@danku/contract/endpoint.ts';
import type { LooseInput } from './address.ts';
import { addressOf } from './address.ts';
import type { CallOptions } from './call.ts';
import { headersOf } from './call.ts';
import { problemOf, ProblemError } from './problem-error.ts';

export interface UploadOptions extends CallOptions {
  /** Called with the part sent so far, 0–1. */
  onProgress?: (part: number) => void;
}

export interface Upload {
  files: readonly File[];
  /** Further form fields beside the files. */
  fields?: Record<string, string>;
  params?: Record<string, string>;
}

/** Sends files to an endpoint that says `upload`. It goes by XMLHttpRequest: fetch cannot tell how far it has come. */
export function upload<E extends Endpoint>(endpoint: E, given: Upload, options: UploadOptions = {}): Promise<Reply<E>> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply<E>>();
  const request = new XMLHttpRequest();
  const input: LooseInput = { params: given.params };
  request.open(endpoint.method.toUpperCase(), addressOf(endpoint, input));
  headersOf(endpoint, options).forEach((value, name) => request.setRequestHeader(name, value));
  request.upload.addEventListener('progress', (event) =>
    options.onProgress?.(event.total === 0 ? 0 : event.loaded / event.total),
  );
  request.addEventListener('error', () => reject(new ProblemError('offline', 0)));
  request.addEventListener('abort', () => reject(new DOMException('The upload was cancelled.', 'AbortError')));
  request.addEventListener('load', () => {
    try {
      resolve(replyOf(request) as Reply<E>);
    } catch (error) {
      reject(error);
    }
  });
  options.signal?.addEventListener('abort', () => request.abort());
  request.send(formOf(given));
  return promise;
}

function formOf({ files, fields = {} }: Upload): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, value);
  }
  for (const file of files) {
    form.append('file', file);
  }
  return form;
}

function replyOf(request: XMLHttpRequest): unknown {
  if (request.status < 200 || request.status > 299) {
    throw problemOf(request.status, request.responseText, request.getResponseHeader('X-Request-Id'));
  }
  if (request.responseText === '') {
    return undefined;
  }
  try {
    return JSON.parse(request.responseText);
  } catch {
    throw new ProblemError('unreadable', request.status);
  }
}
