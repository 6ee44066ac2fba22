import type { ArchiveCheck } from '@danku/contract/archive.ts';

import type { ArchiveFile } from './gather-archive-facts.ts';

export type Check = Omit<ArchiveCheck, 'group'>;

export function passIf(code: string, isRight: boolean, params?: Record<string, string>): Check {
  return { code, result: isRight ? 'passed' : 'failed', ...(params === undefined ? {} : { params }) };
}

export function notRun(code: string, reason: string): Check {
  return { code, result: 'not-run', params: { reason } };
}

/**
 * One check over every file. `judge` says what is wrong with a file: null for nothing, undefined when it cannot tell. One
 * wrong file fails the check; one that nobody could look at leaves it not run, as does a document without files.
 */
export function overFiles(
  code: string,
  files: readonly ArchiveFile[],
  judge: (file: ArchiveFile) => string | null | undefined,
): Check {
  const verdicts = files.map((file) => ({ name: file.name, fault: judge(file) }));
  const wrong = verdicts.filter(({ fault }) => typeof fault === 'string');
  if (wrong.length > 0) {
    const faults = [...new Set(wrong.map(({ fault }) => fault))].join(', ');
    return { code, result: 'failed', params: { files: wrong.map(({ name }) => name).join(', '), faults } };
  }
  if (files.length === 0 || verdicts.some(({ fault }) => fault === undefined)) {
    return notRun(code, files.length === 0 ? 'no-files' : 'not-readable-in-time');
  }
  return { code, result: 'passed' };
}
