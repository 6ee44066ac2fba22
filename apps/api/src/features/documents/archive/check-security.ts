import { notRun, overFiles, passIf, type Check } from './check.ts';
import type { ArchiveFacts } from './gather-archive-facts.ts';

/** 安全: nothing in the files acts by itself, it is known who may see them, and they lie encrypted. */
export function securityChecks({ document, files }: ArchiveFacts): Check[] {
  return [
    notRun('virus-scan', 'no-scanner'),
    overFiles('no-active-content', files, ({ inspection }) => {
      const content = inspection?.content ?? undefined;
      return content === undefined ? undefined : content.activeContent.length === 0 ? null : content.activeContent.join(', ');
    }),
    passIf('permission-class', true, { reach: document.customerId === null ? 'organisation' : 'customer' }),
    // Reading them back has authenticated every chunk under the organisation's key.
    overFiles('carrier', files, ({ inspection }) => {
      return inspection === undefined ? undefined : inspection.hash === null ? 'unreadable' : null;
    }),
  ];
}
