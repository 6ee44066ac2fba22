import { del, get, set } from 'idb-keyval';
import type { DraftContent } from './draft-content.ts';

/** What this browser keeps of a draft until the server has it: also what it grew from, for a merge. */
export interface LocalDraft {
  version: number;
  base: DraftContent;
  content: DraftContent;
  at: string;
}

/** Keeps a draft in this browser: in IndexedDB, or where that is closed (private windows) in localStorage. */
export async function keepLocalDraft(tenant: string, id: string, draft: LocalDraft): Promise<void> {
  const key = keyOf(tenant, id);
  try {
    await set(key, draft);
  } catch {
    localStorage.setItem(key, JSON.stringify(draft));
  }
}

export async function readLocalDraft(tenant: string, id: string): Promise<LocalDraft | null> {
  const key = keyOf(tenant, id);
  const kept = await readKept(key);
  return isLocalDraft(kept) ? kept : null;
}

export async function dropLocalDraft(tenant: string, id: string): Promise<void> {
  const key = keyOf(tenant, id);
  try {
    await del(key);
  } catch {
    localStorage.removeItem(key);
  }
}

async function readKept(key: string): Promise<unknown> {
  try {
    return await get(key);
  } catch {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  }
}

function keyOf(tenant: string, id: string): string {
  return `danku.draft/${tenant}/${id}`;
}

function isLocalDraft(value: unknown): value is LocalDraft {
  return (
    typeof value === 'object' && value !== null && 'version' in value && 'base' in value && 'content' in value && 'at' in value
  );
}
