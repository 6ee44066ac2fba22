import { contentHash } from '../content-hash.ts';
import { notRun, overFiles, passIf, type Check } from './check.ts';
import type { ArchiveFacts } from './gather-archive-facts.ts';

/** 真实: the bytes and the content are what was received and reviewed, by different people, and the log tells how. */
export function authenticityChecks(facts: ArchiveFacts): Check[] {
  const { document, version, decisions, enterers, files } = facts;
  const isIntact =
    version !== null &&
    contentHash(version.content) === version.contentHash &&
    contentHash({ fields: document.fields, lines: document.lines }) === version.contentHash;
  const reviewers = decisions.map(({ personId }) => personId);
  const isSeparate = new Set(reviewers).size === reviewers.length && reviewers.every((person) => !enterers.includes(person));
  return [
    overFiles('original-unchanged', files, ({ hash, inspection }) => {
      if (inspection === undefined) {
        return undefined;
      }
      return inspection.hash === hash ? null : inspection.hash === null ? 'unreadable' : 'hash-differs';
    }),
    passIf('version-intact', isIntact),
    passIf('approval-bound', isApproved(facts)),
    passIf('duties-separate', isSeparate),
    eventsCheck(facts),
    notRun('signature', 'no-verifier'),
  ];
}

/** As many approvals of this very version as its review plan asks for. */
function isApproved({ document, version, decisions }: ArchiveFacts): boolean {
  const bound = decisions.filter((decision) => decision.contentHash === version?.contentHash);
  const approvals = bound.filter(({ decision, slot }) => decision === 'approve' && slot <= 2).length;
  const needed = { none: 0, single: 1, 'dual-sequence': 2, 'dual-blind': 2 }[document.policy];
  const managerHasSpoken = bound.some(({ slot, decision }) => slot === 4 && decision === 'approve');
  const needsManager = document.managerLast && document.policy !== 'dual-sequence';
  return approvals >= needed && (!needsManager || managerHasSpoken);
}

function eventsCheck({ document, eventTypes }: ArchiveFacts): Check {
  const isReviewed = document.policy !== 'none' || document.managerLast;
  const missing = ['document.created', 'document.submitted', 'document.numbered'].filter((type) => !eventTypes.includes(type));
  if (isReviewed && !eventTypes.includes('document.approved') && !eventTypes.includes('document.adjudicated')) {
    missing.push('document.approved');
  }
  return missing.length === 0
    ? passIf('events-complete', true)
    : passIf('events-complete', false, { missing: missing.join(', ') });
}
