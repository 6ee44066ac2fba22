import { uploadFiles } from '@danku/contract/files.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallProblemCode } from '../../api/problem-error.ts';
import { asProblem } from '../../api/problem-error.ts';
import { upload } from '../../api/upload.ts';
import { refresh } from './inbox-queries.ts';

/** The server's own limit; a larger file is not sent at all. */
export const largestFile = 50 * 1024 ** 2;

export interface UploadRow {
  id: string;
  file: File;
  state: 'sending' | 'done' | 'failed';
  /** The part sent so far, 0–1. */
  part: number;
  problem: CallProblemCode | null;
  /** Why this file is not taken, where the server says more. */
  refusal: string | null;
  /** The same bytes came in before; the document they are in, where there is one. */
  duplicateOf: { documentId: string | null } | null;
}

/** Sends files one after the other and keeps a row for each: how far it is, whether it was here before, why it failed. */
export function useUploads() {
  const client = useQueryClient();
  const [rows, setRows] = useState<readonly UploadRow[]>([]);
  const [sender] = useState(() => createSender());
  const put = (id: string, change: Partial<UploadRow>) =>
    setRows((now) => now.map((row) => (row.id === id ? { ...row, ...change } : row)));

  const send = async ({ id, file }: UploadRow) => {
    try {
      const { items } = await upload(uploadFiles, { files: [file] }, { onProgress: (part) => put(id, { part }) });
      put(id, { state: 'done', part: 1, duplicateOf: items[0]?.file.duplicateOf ?? null });
      await refresh(client);
    } catch (error) {
      const { code, errors } = asProblem(error);
      put(id, { state: 'failed', problem: code, refusal: errors[0]?.code ?? null });
    }
  };
  const start = (row: UploadRow) => {
    setRows((now) => [...now.filter(({ id }) => id !== row.id), row]);
    if (row.state === 'sending') {
      sender.add(() => send(row));
    }
  };
  return {
    rows,
    add: (files: readonly File[]) => files.map(rowOf).forEach(start),
    retry: ({ file }: UploadRow, id: string) => start({ ...rowOf(file), id }),
    clear: () => setRows((now) => now.filter(({ state }) => state === 'sending')),
  };
}

function rowOf(file: File): UploadRow {
  const isTooLarge = file.size > largestFile;
  return {
    id: `${file.name} ${file.size} ${file.lastModified} ${Math.random()}`,
    file,
    state: isTooLarge ? 'failed' : 'sending',
    part: 0,
    problem: isTooLarge ? 'too-large' : null,
    refusal: null,
    duplicateOf: null,
  };
}

/** One file at a time, in the order given: the line is shared, and the first paper should be there first. */
function createSender() {
  let last = Promise.resolve();
  return {
    add: (send: () => Promise<void>) => {
      last = last.then(send);
    },
  };
}
