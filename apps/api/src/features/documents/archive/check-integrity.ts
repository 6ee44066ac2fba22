import { definitionOf } from '@danku/domain/documents/content.ts';
import { originalNumber } from '@danku/domain/documents/numbering.ts';
import { shapeFindings } from '@danku/domain/documents/shape-findings.ts';

import { passIf, type Check } from './check.ts';
import type { ArchiveFacts } from './gather-archive-facts.ts';

/** 完整: every value that the kind asks for, every part that was reviewed, and a number that stands in the register. */
export function integrityChecks(facts: ArchiveFacts): Check[] {
  const { document, type } = facts;
  const findings = shapeFindings(definitionOf(document.kind, type.extraFields), document);
  const missing = findings.filter(({ code }) => code === 'required' || code === 'no-lines').map(({ path }) => path ?? '');
  return [
    missing.length === 0
      ? passIf('metadata-complete', true)
      : passIf('metadata-complete', false, { missing: missing.join(', ') }),
    partsCheck(facts),
    passIf('number-registered', isRegistered(facts)),
  ];
}

/** The files are those that were reviewed, and every page that someone arranged is there. */
function partsCheck({ document, version, files }: ArchiveFacts): Check {
  const reviewed = new Set(version?.files);
  const isSame = files.length === reviewed.size && files.every(({ id }) => reviewed.has(id));
  const lost = (document.arrangement ?? []).filter(({ fileId, page }) => {
    const file = document.files.find((one) => one.fileId === fileId);
    return file === undefined || (file.state === 'ready' && !file.pages.some((one) => one.page === page));
  });
  return passIf('parts-complete', files.length > 0 && isSame && lost.length === 0, { files: String(files.length) });
}

/** An amendment carries its predecessor's number with a suffix and has no row of its own. */
function isRegistered({ document, register, amendsNumber }: ArchiveFacts): boolean {
  const { registryNumber } = document;
  if (registryNumber === null) {
    return false;
  }
  if (amendsNumber !== null) {
    return registryNumber !== amendsNumber && originalNumber(registryNumber) === originalNumber(amendsNumber);
  }
  return register !== null && register.number === registryNumber && !register.isVoided;
}
