import type { AcceptedMediaType } from '../media-type.ts';
import { readZip, unzipEntry, ZipRefused } from '../zip.ts';
import type { ContentFindings } from './content-findings.ts';
import { isExecutableName, looksExecutable } from './executable.ts';
import { inspectPdf } from './inspect-pdf.ts';

const zipLimits = { entries: 10_000, bytes: 500_000_000, ratio: 200 };
const largestEntry = 50 * 1024 * 1024;

/** Reads the whole file; for large or unknown ones call it where it may take its time (inspect-file.ts). */
export function inspectContent(bytes: Buffer, mediaType: AcceptedMediaType): ContentFindings {
  if (mediaType === 'application/ofd') {
    return inspectOfd(bytes);
  }
  const found = mediaType === 'application/pdf' ? inspectPdf(bytes) : { activeContent: [], isEncrypted: false };
  return { ...found, activeContent: [...found.activeContent, ...(hasArchiveBehind(bytes) ? ['appended-data'] : [])] };
}

/** A zip is read from its end: behind a picture or a PDF it makes the file two things at once. */
function hasArchiveBehind(bytes: Buffer): boolean {
  return bytes.subarray(-66_000).includes(Buffer.from('PK\x05\x06'));
}

function inspectOfd(bytes: Buffer): ContentFindings {
  try {
    const entries = [...readZip(bytes, zipLimits).values()];
    const programs = entries.filter(
      (entry) => isExecutableName(entry.name) || (entry.size <= largestEntry && looksExecutable(unzipEntry(bytes, entry))),
    );
    return {
      activeContent: programs.length === 0 ? [] : ['embedded-executable'],
      isEncrypted: entries.some(({ name }) => name === 'Encryptions.xml'),
    };
  } catch (error) {
    if (error instanceof ZipRefused) {
      return { activeContent: error.reason === 'encrypted' ? [] : ['unreadable'], isEncrypted: error.reason === 'encrypted' };
    }
    throw error;
  }
}
