import { describe, expect, it } from 'vitest';
import { documentActions, flow, stageAfterAdjudication, stageAfterApproval, stageAfterSubmit } from './flow.ts';

describe('flow', () => {
  it('lists every action of the table', () => {
    expect([...documentActions].sort()).toEqual(Object.keys(flow).sort());
  });

  it('never leads out of archived or void', () => {
    const moving = ['submit', 'withdraw', 'approve', 'send-back', 'adjudicate', 'archive', 'void', 'edit'] as const;
    for (const action of moving) {
      expect(flow[action].in).not.toContain('archived');
      expect(flow[action].in).not.toContain('void');
    }
  });

  it.each([
    [{ policy: 'none', managerLast: false }, 'approved'],
    [{ policy: 'none', managerLast: true }, 'second-review'],
    [{ policy: 'single', managerLast: false }, 'review'],
    [{ policy: 'dual-blind', managerLast: true }, 'review'],
  ] as const)('submits under %o to %s', (plan, stage) => {
    expect(stageAfterSubmit(plan)).toBe(stage);
  });

  it.each([
    ['single', false, 'review', 1, true, 'approved'],
    ['single', true, 'review', 1, true, 'second-review'],
    ['dual-sequence', false, 'review', 1, true, 'second-review'],
    ['dual-sequence', false, 'second-review', 2, true, 'approved'],
    ['dual-blind', false, 'review', 1, true, 'review'],
    ['dual-blind', false, 'review', 2, true, 'approved'],
    ['dual-blind', false, 'review', 2, false, 'adjudication'],
    ['dual-blind', true, 'review', 2, true, 'second-review'],
    ['dual-blind', true, 'second-review', 3, true, 'approved'],
  ] as const)(
    'approves under %s (manager last: %s) in %s after %i approvals, agreed %s: %s',
    (policy, managerLast, stage, approvals, agreed, next) => {
      expect(stageAfterApproval({ policy, managerLast }, { stage, approvals, agreed })).toBe(next);
    },
  );

  it('adjudicates to the manager or straight to approved', () => {
    expect(stageAfterAdjudication({ policy: 'dual-blind', managerLast: true })).toBe('second-review');
    expect(stageAfterAdjudication({ policy: 'dual-blind', managerLast: false })).toBe('approved');
  });
});
