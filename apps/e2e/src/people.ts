import type { APIRequestContext, BrowserContext } from '@playwright/test';
import { request } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { address } from './address.ts';

export const password = 'danku-demo-2026';

type State = Awaited<ReturnType<BrowserContext['storageState']>>;
const known = new Map<string, Promise<State>>();

/** `clerk` is the clerk of the first organisation; whoever else is meant has a whole address. */
export function emailOf(person: string): string {
  return person.includes('@') ? person : `${person}@huaxin.example`;
}

/** The organisation a person of the demo belongs to. */
export function tenantOf(person: string): string {
  return emailOf(person).split('@')[1]?.split('.')[0] ?? '';
}

/** Cookies of a session of this person; one is begun at the first call and shared by all windows after it. */
export function signedIn(person: string): Promise<State> {
  const email = emailOf(person);
  const state = known.get(email) ?? begin(email);
  known.set(email, state);
  return state;
}

/** The API as this person sees it, with the headers every change needs. */
export async function requestAs(person: string): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: address,
    storageState: await signedIn(person),
    extraHTTPHeaders: { Origin: address, 'Danku-Tenant': tenantOf(person) },
  });
}

async function begin(email: string): Promise<State> {
  const context = await request.newContext({ baseURL: address, extraHTTPHeaders: { Origin: address } });
  const response = await context.post('/api/v1/auth/sign-in', {
    data: { email, password },
    headers: { 'Idempotency-Key': randomUUID() },
  });
  if (!response.ok()) {
    throw new Error(`${email} cannot sign in: ${response.status()} ${await response.text()}`);
  }
  const state = await context.storageState();
  await context.dispose();
  return state;
}
