import {
  archiveDocument,
  lendPaper,
  listPapers,
  listRegister,
  listRegisters,
  placePaper,
  previewArchiveChecks,
  readArchiveRecord,
  readPaper,
  returnPaper,
} from '@danku/contract/archive.ts';
import type { PaperOriginal } from '@danku/contract/archive.ts';
import type { Document } from '@danku/contract/document-shapes.ts';
import { readDocument } from '@danku/contract/documents.ts';
import { listQueue } from '@danku/contract/work.ts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem-error.ts';
import { useTenant } from '../../app/paths.ts';

const firstPage: string | undefined = undefined;

export function archiveQueueQuery(tenant: string) {
  return infiniteQueryOptions({
    queryKey: ['queues', tenant, 'approved'],
    queryFn: ({ pageParam, signal }) =>
      call(listQueue, { params: { stage: 'approved' }, query: { cursor: pageParam } }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  });
}

export function documentQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'archive', id],
    queryFn: ({ signal }) => call(readDocument, { params: { id } }, { signal }),
    refetchOnWindowFocus: false,
  });
}

/** The four checks, run now; the version belongs to the key, for another version is another check. */
export function checksQuery(tenant: string, { id, version }: Document) {
  return queryOptions({
    queryKey: ['documents', tenant, 'archive', id, 'checks', version],
    queryFn: ({ signal }) => call(previewArchiveChecks, { params: { id } }, { signal }),
  });
}

export function recordQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'archive', id, 'record'],
    queryFn: ({ signal }) => call(readArchiveRecord, { params: { id } }, { signal }),
  });
}

/** Archives for ever. The document stays open to give its paper a place. */
export function useArchive(onDone: (document: Document) => void) {
  const client = useQueryClient();
  const tenant = useTenant();
  return useMutation({
    mutationFn: ({ id, version }: Document) => call(archiveDocument, { params: { id }, body: { version } }),
    onSuccess: (document) => {
      client.setQueryData(documentQuery(tenant, document.id).queryKey, document);
      onDone(document);
    },
    onError: (_error, { id }) => client.invalidateQueries({ queryKey: ['documents', tenant, 'archive', id] }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['documents', tenant], refetchType: 'none' });
      return client.invalidateQueries({ queryKey: ['queues'] });
    },
  });
}

/** The place of the paper original; null while it has none. */
export function paperQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['papers', tenant, 'of', id],
    queryFn: async ({ signal }): Promise<PaperOriginal | null> => {
      try {
        return await call(readPaper, { params: { id } }, { signal });
      } catch (error) {
        if (asProblem(error).code === 'not-found') {
          return null;
        }
        throw error;
      }
    },
  });
}

export type PaperChange =
  | { act: 'place'; version: number; box: string; shelf: string }
  | { act: 'lend'; borrower: string; purpose: string | null; dueOn: string | null }
  | { act: 'return' };

export function usePaperChange(id: string) {
  const client = useQueryClient();
  const tenant = useTenant();
  return useMutation({
    mutationFn: (change: PaperChange) => changePaper(id, change),
    onSuccess: (paper) => {
      client.setQueryData(paperQuery(tenant, id).queryKey, paper);
      return client.invalidateQueries({ queryKey: ['papers', tenant, 'list'] });
    },
    onError: () => client.invalidateQueries({ queryKey: ['papers', tenant, 'of', id] }),
  });
}

function changePaper(id: string, change: PaperChange): Promise<PaperOriginal> {
  const params = { id };
  if (change.act === 'place') {
    const { version, box, shelf } = change;
    return call(placePaper, { params, body: { version, box, shelf } });
  }
  if (change.act === 'lend') {
    const { borrower, purpose, dueOn } = change;
    return call(lendPaper, { params, body: { borrower, purpose, dueOn } });
  }
  return call(returnPaper, { params, body: {} });
}

export function papersQuery(tenant: string, filter: { box: string; lent: boolean }) {
  return infiniteQueryOptions({
    queryKey: ['papers', tenant, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        listPapers,
        { query: { cursor: pageParam, box: filter.box === '' ? undefined : filter.box, ...(filter.lent && { lent: 'true' }) } },
        { signal },
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  });
}

export function registersQuery(tenant: string) {
  return queryOptions({ queryKey: ['registers', tenant], queryFn: ({ signal }) => call(listRegisters, {}, { signal }) });
}

export function registerQuery(tenant: string, series: string, period: string, voided: boolean) {
  return infiniteQueryOptions({
    queryKey: ['registers', tenant, series, period, voided],
    queryFn: ({ pageParam, signal }) =>
      call(
        listRegister,
        { params: { series, period }, query: { cursor: pageParam, ...(voided && { voided: 'true' }) } },
        { signal },
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  });
}
