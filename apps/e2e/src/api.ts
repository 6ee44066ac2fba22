import type { Document } from '@danku/contract/document-shapes.ts';
import type { APIRequestContext } from '@playwright/test';
import { randomUUID } from 'node:crypto';

/** Gets what an address of the API answers; throws with the answer where it is none. */
export async function get<Reply>(api: APIRequestContext, path: string): Promise<Reply> {
  const response = await api.get(`/api/v1${path}`);
  if (!response.ok()) {
    throw new Error(`GET ${path}: ${response.status()} ${await response.text()}`);
  }
  const reply: Reply = await response.json();
  return reply;
}

/** Posts to an address of the API; throws with the answer where it is refused. */
export async function post<Reply = unknown>(api: APIRequestContext, path: string, data: object = {}): Promise<Reply> {
  const response = await api.post(`/api/v1${path}`, { data, headers: { 'Idempotency-Key': randomUUID() } });
  if (!response.ok()) {
    throw new Error(`POST ${path}: ${response.status()} ${await response.text()}`);
  }
  const reply: Reply = await response.json();
  return reply;
}

export function readDocument(api: APIRequestContext, id: string): Promise<Document> {
  return get<Document>(api, `/documents/${id}`);
}
