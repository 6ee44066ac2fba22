import type { Actor } from '../db/actor.ts';
import type { Services } from '../db/context.ts';
import type { ReactionName } from '../db/reaction-names.ts';

/** What a reaction is told: ids only. It opens the door itself (withTenant), as often as it needs; slow work stays outside. */
export interface Told {
  eventId: string;
  tenantId: string;
  subjectId: string | null;
  type: string;
  payload: unknown;
  /** The organisation's machine, with its time zone and currency. */
  actor: Actor;
  services: Services;
}

/** Must be idempotent: after a crash it is told again. Throwing means "later"; after several tries it is given up and logged. */
export type Reaction = (told: Told) => Promise<void>;

/** Work that no event starts (orphans, old keys): run in every organisation or once, at most every so often. */
export interface Sweep {
  name: string;
  everyMinutes: number;
  run: (services: Services) => Promise<void>;
}

export type Reactions = Partial<Record<ReactionName, Reaction>>;
