import { useSyncExternalStore } from 'react';

export interface Notice {
  id: number;
  tone: 'ok' | 'info' | 'warn' | 'bad';
  message: string;
  /** One thing the person may do about it, such as undo. */
  action?: { label: string; run: () => void };
}

interface NoticeOptions {
  tone?: Notice['tone'];
  action?: Notice['action'];
  /** How long it stays, in milliseconds; null until dismissed. Faults stay longer. */
  stays?: number | null;
}

const listeners = new Set<() => void>();
let notices: readonly Notice[] = [];
let lastId = 0;

/** Tells the person something, in the corner and to screen readers. Returns its id. The same message is not stacked. */
export function notify(message: string, { tone = 'info', action, stays }: NoticeOptions = {}): number {
  lastId += 1;
  const id = lastId;
  change([...notices.filter((notice) => notice.message !== message), { id, tone, message, action }].slice(-4));
  const milliseconds = stays === undefined ? (tone === 'bad' ? 12_000 : 5_000) : stays;
  if (milliseconds !== null) {
    setTimeout(() => dismissNotice(id), milliseconds);
  }
  return id;
}

export function dismissNotice(id: number): void {
  change(notices.filter((notice) => notice.id !== id));
}

export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(subscribe, () => notices);
}

function change(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
