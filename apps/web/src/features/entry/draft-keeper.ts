import { Document } from '@danku/contract/document-shapes.ts';
import type { KindDefinition } from '@danku/domain/documents/kinds.ts';
import { asProblem } from '../../api/problem-error.ts';
import type { ProblemError } from '../../api/problem-error.ts';
import type { DraftContent } from './draft-content.ts';
import { bodyOf, isSameDraft } from './draft-content.ts';
import type { LocalDraft } from './local-drafts.ts';
import type { Merge } from './merge-drafts.ts';
import { mergeDrafts } from './merge-drafts.ts';

/** Where the typing is: unchanged, only on the screen yet, on its way, on the server, in this browser only, or refused. */
export interface SaveState {
  phase: 'clean' | 'dirty' | 'saving' | 'saved' | 'local' | 'refused';
  at: string | null;
  problem?: ProblemError;
}

export interface Conflict {
  merge: Merge;
  theirs: Document;
}

export interface DraftState {
  content: DraftContent;
  document: Document;
  save: SaveState;
  conflict: Conflict | null;
}

interface KeeperNeeds {
  definition: KindDefinition;
  patch: (version: number, content: DraftContent) => Promise<Document>;
  keepLocal: (draft: LocalDraft) => Promise<void>;
  dropLocal: () => Promise<void>;
  /** Their changes were merged in without a question; told to the person. */
  onMerged: (taken: number) => void;
}

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;

const pauseAfterTyping = 800;
const pauseBeforeRetry = 5000;
const passing = new Set(['offline', 'unavailable', 'internal', 'unreadable', 'too-many-requests', 'unauthenticated']);

/**
 * Keeps what is typed: 800 ms after the last key first in this browser, then on the server with the version it grew from.
 * A newer version there is merged value by value; what both changed waits in `conflict` until somebody chooses.
 */
export function createDraftKeeper(document: Document, { definition, patch, keepLocal, dropLocal, onMerged }: KeeperNeeds) {
  let state: DraftState = { content: contentOf(document), document, save: { phase: 'clean', at: null }, conflict: null };
  let base = state.content;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let sending: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const put = (part: Partial<DraftState>) => {
    state = { ...state, ...part };
    listeners.forEach((listener) => listener());
  };
  const isSaved = () => isSameDraft(definition, state.content, base);
  const schedule = (pause: number) => {
    clearTimeout(timer);
    if (isStopped) {
      return;
    }
    timer = setTimeout(() => void flush(), pause);
  };
  const change = (content: DraftContent) => {
    put({ content, save: { ...state.save, phase: 'dirty' } });
    schedule(pauseAfterTyping);
  };

  /** Takes over a newer document of the server; true when nothing clashed. */
  const rebase = (theirs: Document, from: DraftContent): boolean => {
    const merge = mergeDrafts(bodyOf(definition, from), bodyOf(definition, state.content), bodyOf(definition, contentOf(theirs)));
    if (merge.clashes.length > 0) {
      put({ conflict: { merge, theirs }, save: { ...state.save, phase: 'local' } });
      return false;
    }
    base = contentOf(theirs);
    put({ content: merge.content, document: theirs });
    if (merge.taken > 0) {
      onMerged(merge.taken);
    }
    return true;
  };

  const fail = async (problem: ProblemError) => {
    const now = new Date().toISOString();
    const theirs = problem.code === 'stale' ? Document.safeParse(problem.current) : null;
    if (theirs?.success === true) {
      await (rebase(theirs.data, base) ? send() : undefined);
    } else if (passing.has(problem.code)) {
      put({ save: { phase: 'local', at: now, problem } });
      schedule(pauseBeforeRetry);
    } else {
      put({ save: { phase: 'refused', at: now, problem } });
    }
  };
  const send = async (): Promise<void> => {
    if (state.conflict !== null || isSaved()) {
      put({
        save:
          isSaved() && state.save.phase === 'dirty'
            ? { ...state.save, phase: state.save.at === null ? 'clean' : 'saved' }
            : state.save,
      });
      return;
    }
    const sent = state.content;
    put({ save: { ...state.save, phase: 'saving' } });
    try {
      const reply = await patch(state.document.version, bodyOf(definition, sent));
      base = sent;
      put({ document: reply, save: { phase: isSaved() ? 'saved' : 'dirty', at: new Date().toISOString() } });
    } catch (error) {
      await fail(asProblem(error));
      return;
    }
    await (isSaved() ? dropLocal() : send());
  };

  /** Saves at once; resolves when the server has answered. True when it has everything. */
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    if (!isSaved()) {
      await keepLocal({ version: state.document.version, base, content: state.content, at: new Date().toISOString() });
    }
    sending ??= send().finally(() => {
      sending = null;
    });
    await sending;
    return isSaved() && state.conflict === null;
  };

  /** Puts back what this browser kept from before, if the server has not got it. */
  const restore = (kept: LocalDraft | null) => {
    if (kept === null || isSameDraft(definition, kept.content, base)) {
      return;
    }
    const theirs = state.document;
    put({ content: kept.content, save: { phase: 'local', at: kept.at } });
    if (kept.version === theirs.version || rebase(theirs, kept.base)) {
      schedule(0);
    }
  };

  /** A reload of the document: pages may be new; newer values are shown where nothing is being typed. */
  const see = (document: Document) => {
    if (document.version < state.document.version || document === state.document || state.conflict !== null) {
      return;
    }
    if (document.version === state.document.version) {
      put({ document });
    } else if (isSaved() && sending === null) {
      base = contentOf(document);
      put({ document, content: base });
    }
  };

  const settle = (content: DraftContent) => {
    const theirs = state.conflict?.theirs ?? state.document;
    base = contentOf(theirs);
    put({ content, document: theirs, conflict: null, save: { ...state.save, phase: 'dirty' } });
    schedule(0);
  };
  /** An answer to another act on the document, such as submit: its version is now the one to build on. */
  const adopt = (reply: Document) => {
    base = contentOf(reply);
    put({ document: reply, content: base });
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    change,
    flush,
    restore,
    see,
    settle,
    adopt,
    start: () => {
      isStopped = false;
    },
    /** The form is gone: what is not saved is sent once more, and waits in this browser if that fails. */
    stop: () => {
      isStopped = true;
      void flush();
    },
  };
}

export function contentOf({ fields, lines, customerId }: Document): DraftContent {
  return { fields, lines, customerId };
}
