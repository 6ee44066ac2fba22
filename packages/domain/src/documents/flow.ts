/** The stages of a document's life. 录入中 and 已退回 are flags on `entry`, not stages. */
export const stages = ['entry', 'review', 'second-review', 'adjudication', 'approved', 'archived', 'void'] as const;
export type Stage = (typeof stages)[number];

const open: readonly Stage[] = ['entry', 'review', 'second-review', 'adjudication', 'approved'];

/** Everything that can happen to a document: in which stages it may, and where it leads when that is always the same stage. */
export const flow = {
  view: { in: stages },
  edit: { in: ['entry'] },
  submit: { in: ['entry'] },
  withdraw: { in: ['review'], to: 'entry' },
  approve: { in: ['review', 'second-review'] },
  'send-back': { in: ['review', 'second-review', 'adjudication'], to: 'entry' },
  adjudicate: { in: ['adjudication'] },
  archive: { in: ['approved'], to: 'archived' },
  amend: { in: ['archived'] },
  void: { in: open, to: 'void' },
  transfer: { in: open },
  ask: { in: open },
  answer: { in: open },
  comment: { in: stages },
  link: { in: open },
} as const satisfies Record<string, { in: readonly Stage[]; to?: Stage }>;

export type DocumentAction = keyof typeof flow;
export const documentActions: readonly DocumentAction[] = [
  'view',
  'edit',
  'submit',
  'withdraw',
  'approve',
  'send-back',
  'adjudicate',
  'archive',
  'amend',
  'void',
  'transfer',
  'ask',
  'answer',
  'comment',
  'link',
];

/** The stages in which people take work from a queue. */
export const queueStages = ['entry', 'review', 'second-review', 'adjudication', 'approved'] as const satisfies readonly Stage[];
export type QueueStage = (typeof queueStages)[number];

export const reviewPolicies = ['none', 'single', 'dual-sequence', 'dual-blind'] as const;
export type ReviewPolicy = (typeof reviewPolicies)[number];

/** How a submitted version is to be reviewed, fixed at submit. `managerLast`: a manager approves after the reviewers (risk ≥ 80). */
export interface ReviewPlan {
  policy: ReviewPolicy;
  managerLast: boolean;
}

/** Where a submitted document goes first. */
export function stageAfterSubmit(plan: ReviewPlan): Stage {
  if (plan.policy !== 'none') {
    return 'review';
  }
  return plan.managerLast ? 'second-review' : 'approved';
}

/** What the reviews of one version have come to so far. `agreed` is for dual blind: both keyed what the clerk entered. */
export interface ReviewProgress {
  stage: Stage;
  approvals: number;
  agreed: boolean;
}

/**
 * Where a document goes after an approval has been counted. Dual blind waits in `review` for the second reviewer, then
 * needs agreement or goes to adjudication; under it, and after adjudication, `second-review` is the manager's last word.
 */
export function stageAfterApproval(plan: ReviewPlan, progress: ReviewProgress): Stage {
  if (progress.stage === 'second-review') {
    return 'approved';
  }
  if (plan.policy === 'dual-sequence') {
    return 'second-review';
  }
  if (plan.policy === 'dual-blind' && progress.approvals < 2) {
    return 'review';
  }
  if (plan.policy === 'dual-blind' && !progress.agreed) {
    return 'adjudication';
  }
  return plan.managerLast ? 'second-review' : 'approved';
}

/** Where an adjudicator's approval leads. */
export function stageAfterAdjudication(plan: ReviewPlan): Stage {
  return plan.managerLast ? 'second-review' : 'approved';
}
