import { contract } from '@danku/contract';

import { archiveDocument } from './features/documents/archive/archive-document.ts';
import { inspectDocumentFiles } from './features/documents/archive/inspect-document-files.ts';
import { previewArchiveChecks } from './features/documents/archive/preview-archive-checks.ts';
import { readArchiveRecord } from './features/documents/archive/read-archive-record.ts';
import type { Api } from './http/api.ts';
import { mountPrepared } from './http/mount-prepared.ts';
import { mount } from './http/mount.ts';

/** The archive, paper originals and registers. */
export function addArchiveRoutes(api: Api): void {
  const { archive } = contract;
  mountPrepared(api, archive.previewArchiveChecks, inspectDocumentFiles, previewArchiveChecks);
  mountPrepared(api, archive.archiveDocument, inspectDocumentFiles, archiveDocument);
  mount(api, archive.readArchiveRecord, readArchiveRecord);
}
