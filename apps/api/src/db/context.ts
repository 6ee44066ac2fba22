import type { Logger } from 'pino';

import type { FileStore } from '../storage/file-store.ts';
import type { Account } from './account.ts';
import type { Actor } from './actor.ts';
import type { Database } from './client.ts';
import type { Credentials } from './credentials.ts';
import type { Tx } from './tx.ts';

/** What the operator has set, as operations need it. */
export interface Settings {
  /** The address people type; links in mails and replies begin with it. No slash at the end. */
  publicUrl: string;
  isHttps: boolean;
  isDemo: boolean;
  uploadLimitBytes: number;
  masterKey: Buffer;
  sessionIdleMinutes: number;
  sessionAbsoluteHours: number;
  trustedProxies: number;
  version: string;
  /** Compare every reply with its schema before it leaves: for tests, as it costs a fifth of a list. */
  checksReplies: boolean;
}

/** Counts attempts by key. `spend` throws too-many-requests when there were too many; `refund` takes one back, `forgive` all. */
export interface AttemptLimit {
  spend: (key: string) => Promise<void>;
  refund: (key: string) => Promise<void>;
  forgive: (key: string) => Promise<void>;
}

/** What the process has one of. */
export interface Services {
  database: Database;
  files: FileStore;
  settings: Settings;
  signInLimits: { byAccount: AttemptLimit; byAddress: AttemptLimit };
  clock: () => Date;
  log: Logger;
}

/** What every operation gets: the transaction it runs in, who acts, and the time that counts. */
export interface Context {
  tx: Tx;
  actor: Actor;
  now: Date;
  services: Services;
}

/** Where a call comes from. */
export interface Visitor {
  ip: string | null;
  userAgent: string | null;
  requestId: string;
}

/** The session cookie of the answer; it is sent after the commit, with the reply. */
export interface SessionCookie {
  set: (secret: string) => void;
  clear: () => void;
}

/** For endpoints of access `public`: the transaction belongs to no organisation. */
export interface PublicContext {
  tx: Tx;
  now: Date;
  visitor: Visitor;
  cookie: SessionCookie;
  services: Services;
}

/** For endpoints of access `account`: someone is signed in, with or without an organisation. */
export interface AccountContext extends PublicContext {
  account: Account;
  actor: Actor | null;
  roles: { key: string; name: string }[];
}

/** For operations with slow work, which must not run inside a transaction: they open the door themselves. */
export interface OutsideContext extends Omit<PublicContext, 'tx'> {
  /** Null for a caller of a public endpoint. */
  account: Account | null;
  actor: Actor | null;
  /** What the caller shows, proven or not: signing in ends the session a browser still has. */
  shown: Credentials | null;
}
