import { contract } from '@danku/contract';

import { archiveDocument } from './features/documents/archive/archive-document.ts';
import { inspectDocumentFiles } from './features/documents/archive/inspect-document-files.ts';
import { lendPaper } from './features/documents/archive/lend-paper.ts';
import { listPapers } from './features/documents/archive/list-papers.ts';
import { listRegister } from './features/documents/archive/list-register.ts';
import { listRegisters } from './features/documents/archive/list-registers.ts';
import { placePaper } from './features/documents/archive/place-paper.ts';
import { previewArchiveChecks } from './features/documents/archive/preview-archive-checks.ts';
import { readArchiveRecord } from './features/documents/archive/read-archive-record.ts';
import { readPaper } from './features/documents/archive/read-paper.ts';
import { returnPaper } from './features/documents/archive/return-paper.ts';
import type { Api } from './http/api.ts';
import { mountPrepared } from './http/mount-prepared.ts';
import { mount } from './http/mount.ts';

/** The archive, paper originals and registers. */
export function addArchiveRoutes(api: Api): void {
  const { archive } = contract;
  mountPrepared(api, archive.previewArchiveChecks, inspectDocumentFiles, previewArchiveChecks);
  mountPrepared(api, archive.archiveDocument, inspectDocumentFiles, archiveDocument);
  mount(api, archive.readArchiveRecord, readArchiveRecord);
  mount(api, archive.readPaper, readPaper);
  mount(api, archive.placePaper, placePaper);
  mount(api, archive.lendPaper, lendPaper);
  mount(api, archive.returnPaper, returnPaper);
  mount(api, archive.listPapers, listPapers);
  mount(api, archive.listRegisters, listRegisters);
  mount(api, archive.listRegister, listRegister);
}
