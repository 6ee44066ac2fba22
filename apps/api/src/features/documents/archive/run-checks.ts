import type { ArchiveCheck } from '@danku/contract/archive.ts';

import { authenticityChecks } from './check-authenticity.ts';
import { integrityChecks } from './check-integrity.ts';
import { securityChecks } from './check-security.ts';
import { usabilityChecks } from './check-usability.ts';
import type { ArchiveFacts } from './gather-archive-facts.ts';

/** 真实 完整 可用 安全 (DA/T 94-2022, domain.md 4.7), each check with its result and what it was about. */
export function runChecks(facts: ArchiveFacts): ArchiveCheck[] {
  return [
    ...authenticityChecks(facts).map((check) => ({ group: 'authenticity' as const, ...check })),
    ...integrityChecks(facts).map((check) => ({ group: 'integrity' as const, ...check })),
    ...usabilityChecks(facts).map((check) => ({ group: 'usability' as const, ...check })),
    ...securityChecks(facts).map((check) => ({ group: 'security' as const, ...check })),
  ];
}

/** What stands in the way of archiving: whatever failed, and what could not run where the document type insists on it. */
export function blockingChecks(checks: readonly ArchiveCheck[], requiredChecks: readonly string[]): ArchiveCheck[] {
  return checks.filter(({ code, result }) => result === 'failed' || (result === 'not-run' && requiredChecks.includes(code)));
}
