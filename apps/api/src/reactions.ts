import { onQuestionClosed } from './features/documents/discussion/on-question-closed.ts';
import { onDecisionHeld } from './features/documents/on-decision-held.ts';
import { onFileUploaded } from './features/files/on-file-uploaded.ts';
import { createOrphanSweep } from './features/files/sweep-orphans.ts';
import type { ReactionTable } from './jobs/queue.ts';
import type { Reaction, Reactions, Sweep } from './jobs/reactions.ts';
import { sweepLeftovers } from './jobs/sweep-leftovers.ts';

/** Who hears of what happened, by the names of db/reaction-names.ts. */
const named: Reactions = {
  'commit-decision': onDecisionHeld,
  'render-previews': onFileUploaded,
  'resume-clock': onQuestionClosed,
};

export const reactions: ReactionTable = new Map<string, Reaction>(Object.entries(named));

export const sweeps: readonly Sweep[] = [sweepLeftovers, createOrphanSweep()];
