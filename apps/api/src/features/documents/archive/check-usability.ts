import { notRun, overFiles, passIf, type Check } from './check.ts';
import type { ArchiveFacts } from './gather-archive-facts.ts';

/** The endings under which people find a type again. */
const extensions: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/webp': ['webp'],
  'image/tiff': ['tif', 'tiff'],
  'application/ofd': ['ofd'],
  'application/xml': ['xml'],
};

/** Formats that need no further proof to be read in decades; a PDF would have to prove that it is PDF/A. */
const lasting = new Set(['application/ofd', 'image/tiff', 'image/jpeg']);

/** 可用: every file opens, is what its name says, and needs no password. */
export function usabilityChecks({ files }: ArchiveFacts): Check[] {
  return [
    overFiles('opens', files, ({ previewState, previewFault }) => {
      if (previewState === 'waiting') {
        return undefined;
      }
      return previewState === 'ready' ? null : (previewFault ?? 'unknown');
    }),
    overFiles('type-matches', files, ({ name, mediaType, inspection }) => {
      if (inspection === undefined || inspection.mediaType === null) {
        return undefined;
      }
      if (inspection.mediaType !== mediaType) {
        return 'type-differs';
      }
      return nameFits(name, mediaType) ? null : 'name-differs';
    }),
    overFiles('not-encrypted', files, ({ inspection }) => {
      const content = inspection?.content ?? undefined;
      return content === undefined ? undefined : content.isEncrypted ? 'encrypted' : null;
    }),
    files.length > 0 && files.every(({ mediaType }) => lasting.has(mediaType))
      ? passIf('lasting-format', true)
      : notRun('lasting-format', 'no-validator'),
  ];
}

function nameFits(name: string, mediaType: string): boolean {
  const at = name.lastIndexOf('.');
  return at < 0 || (extensions[mediaType] ?? []).includes(name.slice(at + 1).toLowerCase());
}
