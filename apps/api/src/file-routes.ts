import { contract } from '@danku/contract';

import { arrangeInbox } from './features/files/arrange-inbox.ts';
import { downloadFile } from './features/files/download-file.ts';
import { listInbox } from './features/files/list-inbox.ts';
import { readFile } from './features/files/read-file.ts';
import { readInboxItem } from './features/files/read-inbox-item.ts';
import { readPage } from './features/files/read-page.ts';
import { rejectInboxItem } from './features/files/reject-inbox-item.ts';
import { retryPreview } from './features/files/retry-preview.ts';
import { uploadFiles } from './features/files/upload-files.ts';
import type { Api } from './http/api.ts';
import { mountBytes } from './http/mount-bytes.ts';
import { mount } from './http/mount.ts';
import { mountUpload } from './http/upload.ts';

/** Files, their pages and the inbox. */
export function addFileRoutes(api: Api): void {
  const { files } = contract;
  mountUpload(api, files.uploadFiles, { needs: ['inbox.manage', 'document.enter'] }, uploadFiles);
  mount(api, files.readFile, readFile);
  mountBytes(api, files.downloadFile, downloadFile);
  mountBytes(api, files.readPage, readPage);
  mount(api, files.retryPreview, retryPreview);
  mount(api, files.listInbox, listInbox);
  mount(api, files.readInboxItem, readInboxItem);
  mount(api, files.arrangeInbox, arrangeInbox);
  mount(api, files.rejectInboxItem, rejectInboxItem);
}
