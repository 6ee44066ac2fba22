import { describe, expect, it } from 'vitest';
import { documentActions, stages } from '../documents/flow.ts';
import type { DocumentFacts, GateActor } from './gate.ts';
import { isInScope, judge } from './gate.ts';
import { joinGrants } from './permissions.ts';
import type { RoleKey } from './roles.ts';
import { administratorRoles, roleDefinitions, roleKeys, rolesMayMeet } from './roles.ts';
import type { Duty } from './segregation.ts';

const actorOf = (role: RoleKey, memberId = 'me'): GateActor => ({
  memberId,
  grants: joinGrants([roleDefinitions[role]]),
  customerGroupIds: ['east'],
});

const facts = (given: Partial<DocumentFacts> = {}): DocumentFacts => ({
  kind: 'INV',
  stage: 'entry',
  policy: 'single',
  createdBy: 'someone',
  ownerId: null,
  customerGroupId: 'east',
  submittedBy: null,
  assigneeId: null,
  leaseHolderId: null,
  openQuestion: null,
  hasDecision: false,
  hasPendingDecision: false,
  isPurchase: false,
  onHold: false,
  hasSuccessor: false,
  heldDuty: null,
  decidedThisVersion: false,
  ...given,
});

describe('the Gate', () => {
  it('keeps the matrix of role, action and stage (a change here is a change of business rules)', () => {
    const matrix = roleKeys.map((role) => {
      const rows = documentActions.map((action) => {
        const cells = stages.map((stage) => {
          const verdict = judge(actorOf(role), action, facts({ stage, ownerId: 'me' }));
          return verdict.allowed ? 'yes' : (verdict.reasons[0] ?? '');
        });
        return `  ${action.padEnd(11)} ${stages.map((stage, index) => `${stage}=${cells[index]}`).join(' ')}`;
      });
      return [role, ...rows].join('\n');
    });
    expect(matrix.join('\n')).toMatchSnapshot();
  });

  it.each(administratorRoles)('shows no document to the %s', (role) => {
    for (const action of documentActions) {
      expect(judge(actorOf(role), action, facts()).reasons).toContain('no-permission');
    }
  });

  const collisions: [Duty, 'submit' | 'approve' | 'archive', DocumentFacts['stage'], string][] = [
    ['entry', 'approve', 'review', 'same-person-entered'],
    ['entry', 'archive', 'approved', 'same-person-entered'],
    ['review', 'submit', 'entry', 'same-person-reviewed'],
    ['review', 'archive', 'approved', 'same-person-reviewed'],
    ['archive', 'approve', 'review', 'same-person-archived'],
  ];
  it.each(collisions)('keeps duties apart: %s may not %s in %s', (heldDuty, action, stage, reason) => {
    const everything = joinGrants([roleDefinitions.clerk, roleDefinitions.reviewer, roleDefinitions.archivist]);
    const verdict = judge({ memberId: 'me', grants: everything, customerGroupIds: [] }, action, facts({ stage, heldDuty }));
    expect(verdict).toMatchObject({ allowed: false, reasons: [reason] });
  });

  it('lets the same reviewer see a later version but not decide one version twice', () => {
    const reviewer = actorOf('reviewer');
    expect(judge(reviewer, 'approve', facts({ stage: 'review', heldDuty: 'review' })).allowed).toBe(true);
    expect(judge(reviewer, 'approve', facts({ stage: 'review', heldDuty: 'review', decidedThisVersion: true })).reasons).toEqual([
      'already-decided',
    ]);
  });

  it('lets only someone without any duty adjudicate', () => {
    const manager = actorOf('manager');
    expect(judge(manager, 'adjudicate', facts({ stage: 'adjudication' })).allowed).toBe(true);
    expect(judge(manager, 'adjudicate', facts({ stage: 'adjudication', heldDuty: 'review' })).reasons).toEqual([
      'adjudicator-took-part',
    ]);
    expect(judge(manager, 'send-back', facts({ stage: 'adjudication', heldDuty: 'entry' })).reasons).toEqual([
      'adjudicator-took-part',
    ]);
  });

  it('gives the last word to a manager where the plan says so, and to a reviewer in a sequence', () => {
    const last = facts({ stage: 'second-review', policy: 'dual-blind' });
    const second = facts({ stage: 'second-review', policy: 'dual-sequence' });
    expect(judge(actorOf('manager'), 'approve', last).allowed).toBe(true);
    expect(judge(actorOf('reviewer'), 'approve', last).reasons).toEqual(['no-permission']);
    expect(judge(actorOf('reviewer'), 'approve', second).allowed).toBe(true);
    expect(judge(actorOf('manager'), 'approve', second).reasons).toEqual(['no-permission']);
  });

  it('lets the submitter withdraw until someone has decided', () => {
    const mine = facts({ stage: 'review', submittedBy: 'me', heldDuty: 'entry' });
    expect(judge(actorOf('clerk'), 'withdraw', mine).allowed).toBe(true);
    expect(judge(actorOf('clerk'), 'withdraw', { ...mine, submittedBy: 'other' }).reasons).toEqual(['not-submitter']);
    expect(judge(actorOf('clerk'), 'withdraw', { ...mine, hasDecision: true }).reasons).toEqual(['already-reviewed']);
    expect(judge(actorOf('clerk'), 'withdraw', { ...mine, hasPendingDecision: true }).reasons).toEqual(['already-reviewed']);
  });

  it('stops work that is leased, assigned or waiting, and says what would help', () => {
    const clerk = actorOf('clerk');
    expect(judge(clerk, 'edit', facts({ leaseHolderId: 'other' }))).toMatchObject({
      reasons: ['leased-by-other'],
      remedies: [{ code: 'wait-for-lease' }],
    });
    expect(judge(clerk, 'edit', facts({ assigneeId: 'other' })).reasons).toEqual(['assigned-to-other']);
    expect(judge(clerk, 'submit', facts({ openQuestion: { askedId: 'sales' } })).reasons).toEqual(['waiting-for-answer']);
    expect(judge(clerk, 'submit', facts({ isPurchase: true })).reasons).toEqual(['is-purchase']);
    expect(judge(actorOf('reviewer'), 'approve', facts({ stage: 'review', hasPendingDecision: true })).reasons).toEqual([
      'decision-pending',
    ]);
  });

  it('lets only the person asked answer, and one question stand at a time', () => {
    const asked = facts({ stage: 'review', ownerId: 'me', openQuestion: { askedId: 'me' } });
    expect(judge(actorOf('sales'), 'answer', asked).allowed).toBe(true);
    expect(judge(actorOf('sales'), 'answer', { ...asked, openQuestion: { askedId: 'x' } }).reasons).toEqual(['not-asked']);
    expect(judge(actorOf('sales'), 'answer', { ...asked, openQuestion: null }).reasons).toEqual(['not-asked']);
    expect(judge(actorOf('clerk'), 'ask', asked).reasons).toEqual(['waiting-for-answer']);
  });

  it('lets whoever holds a document hand it on, others only with the right', () => {
    expect(judge(actorOf('reviewer'), 'transfer', facts({ stage: 'review', leaseHolderId: 'me' })).allowed).toBe(true);
    expect(judge(actorOf('reviewer'), 'transfer', facts({ stage: 'review' })).reasons).toEqual(['no-permission']);
    expect(judge(actorOf('manager'), 'transfer', facts({ stage: 'review' })).allowed).toBe(true);
  });

  it('asks duties, examinations and procedures only where a tenant has turned them on', () => {
    const clerk = actorOf('clerk');
    expect(judge(clerk, 'submit', facts(), {}).allowed).toBe(true);
    expect(judge(clerk, 'submit', facts(), { isAssigned: false, isQualified: false, hasReadSop: false })).toMatchObject({
      reasons: ['not-assigned', 'not-qualified', 'sop-not-acknowledged'],
      remedies: [{ code: 'ask-manager' }, { code: 'take-exam' }, { code: 'read-sop' }],
    });
    expect(judge(clerk, 'view', facts(), { hasReadSop: false }).allowed).toBe(true);
  });

  it('amends an archived document once, and voids none that is on hold', () => {
    expect(judge(actorOf('clerk'), 'amend', facts({ stage: 'archived' })).allowed).toBe(true);
    expect(judge(actorOf('clerk'), 'amend', facts({ stage: 'archived', hasSuccessor: true })).reasons).toEqual([
      'already-amended',
    ]);
    expect(judge(actorOf('manager'), 'void', facts({ onHold: true })).reasons).toEqual(['on-hold']);
  });
});

describe('scope', () => {
  const document = facts({ createdBy: 'maker', ownerId: 'owner', customerGroupId: 'east' });
  const reach = (memberId: string, scope: 'own' | 'groups' | 'all', groups: string[] = []) =>
    isInScope({ memberId, grants: { 'document.read': scope }, customerGroupIds: groups }, 'document.read', document);

  it('reaches own papers, those of assigned groups, or all', () => {
    expect(reach('owner', 'own')).toBe(true);
    expect(reach('maker', 'own')).toBe(true);
    expect(reach('other', 'own', ['east'])).toBe(false);
    expect(reach('other', 'groups', ['east'])).toBe(true);
    expect(reach('other', 'groups', ['west'])).toBe(false);
    expect(reach('other', 'all')).toBe(true);
  });

  it('is the widest of a person’s roles', () => {
    expect(joinGrants([roleDefinitions.sales, roleDefinitions.clerk])['document.read']).toBe('all');
    expect(joinGrants([roleDefinitions.sales])['document.read']).toBe('own');
  });
});

describe('roles', () => {
  it('never lets an administrator hold another role', () => {
    expect(rolesMayMeet(['system-admin', 'security-admin'])).toBe(false);
    expect(rolesMayMeet(['system-admin', 'clerk'])).toBe(false);
    expect(rolesMayMeet(['system-admin'])).toBe(true);
    expect(rolesMayMeet(['clerk', 'reviewer'])).toBe(true);
  });
});
