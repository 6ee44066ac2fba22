import { addComment } from '@danku/contract/discussion.ts';
import type { Document } from '@danku/contract/document-shapes.ts';
import { changeDocument, createDocument, listFindings, readDocument, submitDocument } from '@danku/contract/documents.ts';
import type { LegalEntity, Product } from '@danku/contract/master-data.ts';
import { listCustomers, listLegalEntities, listProducts, readCustomer } from '@danku/contract/master-data.ts';
import { listDocumentTypes } from '@danku/contract/settings.ts';
import { claimDocument, claimNext, skipDocument } from '@danku/contract/work.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import type { DraftContent } from './draft-content.ts';
import { readLocalDraft } from './local-drafts.ts';

const pollPause = 2000;
const slow = 5 * 60_000;

/** One document at the entry desk; read again while its pages are still being made. */
export function entryQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['documents', tenant, 'entry', id],
    queryFn: ({ signal }) => call(readDocument, { params: { id } }, { signal }),
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.pagesPending === true ? pollPause : false),
  });
}

/** What this browser still holds of the draft from an earlier time. */
export function localDraftQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: ['local-draft', tenant, id],
    queryFn: () => readLocalDraft(tenant, id),
    staleTime: Infinity,
    gcTime: 0,
    networkMode: 'always',
  });
}

export function typesQuery(tenant: string) {
  return queryOptions({
    queryKey: ['document-types', tenant],
    queryFn: ({ signal }) => call(listDocumentTypes, {}, { signal }),
    staleTime: slow,
  });
}

export function entitiesQuery(tenant: string) {
  return queryOptions({
    queryKey: ['legal-entities', tenant],
    queryFn: ({ signal }) => call(listLegalEntities, {}, { signal }),
    staleTime: slow,
  });
}

export function customerQuery(tenant: string, id: string | null) {
  return queryOptions({
    queryKey: ['customers', tenant, 'one', id],
    queryFn: ({ signal }) => call(readCustomer, { params: { id: id ?? '' } }, { signal }),
    enabled: id !== null,
    staleTime: slow,
  });
}

/** What the server's checks say: duplicates above all. `identity` is what decides them, so that typing elsewhere asks nothing. */
export function findingsQuery(tenant: string, id: string, identity: string) {
  return queryOptions({
    queryKey: ['findings', tenant, id, identity],
    queryFn: ({ signal }) => call(listFindings, { params: { id } }, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** The next document of the queue for this person. Asked for once per `turn`: taking one is an act. */
export function nextQuery(tenant: string, turn: string) {
  return queryOptions({
    queryKey: ['next-entry', tenant, turn],
    queryFn: ({ signal }) => call(claimNext, { params: { stage: 'entry' }, body: {} }, { signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
}

export function patchDraft(id: string, version: number, { fields, lines, customerId }: DraftContent): Promise<Document> {
  return call(changeDocument, { params: { id }, body: { version, fields, lines, customerId } });
}

export async function searchCustomers(q: string, signal: AbortSignal) {
  const { items } = await call(listCustomers, { query: { q, active: true, limit: 8 } }, { signal });
  return items.map(({ id, name, taxId, code }) => ({ id, name, taxId, hint: taxId ?? code }));
}

export async function searchProducts(q: string, signal: AbortSignal) {
  const { items } = await call(listProducts, { query: { q, active: true, limit: 8 } }, { signal });
  return items.map((product) => ({ ...product, hint: hintOf(product) }));
}

/** The entities whose name or tax id holds the text; they are few and here already. */
export function entitiesLike(entities: readonly LegalEntity[], text: string) {
  const sought = text.toLocaleLowerCase();
  return entities
    .filter((entity) => entity.isActive && `${entity.name} ${entity.taxId}`.toLocaleLowerCase().includes(sought))
    .map(({ id, name, taxId }) => ({ id, name, taxId, hint: taxId }));
}

export function useClaim(id: string) {
  return useMutation({
    mutationFn: () => call(claimDocument, { params: { id }, body: {} }),
    meta: { handles: ['forbidden', 'wrong-stage', 'offline', 'unavailable', 'not-found'] },
  });
}

export function useClaimNext() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (after: string) => call(claimNext, { params: { stage: 'entry' }, body: { after } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['queues'] }),
  });
}

export function useSkip(id: string) {
  return useMutation({ mutationFn: (reason: string) => call(skipDocument, { params: { id }, body: { reason } }) });
}

export function useNote(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: string) => call(addComment, { params: { id }, body: { body } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['comments'] }),
  });
}

export function useSubmit(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { version: number; reasons: Record<string, string> }) =>
      call(submitDocument, { params: { id }, body: given }),
    meta: { handles: ['invalid-document', 'reason-required', 'duplicate-document', 'stale'] },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['queues'] }),
        client.invalidateQueries({ queryKey: ['my-work'] }),
        client.invalidateQueries({ queryKey: ['documents'], refetchType: 'none' }),
      ]),
  });
}

export function useCreate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { kind: Document['kind']; typeId?: string; inboxItemId?: string }) => call(createDocument, { body }),
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: ['inbox'] }), client.invalidateQueries({ queryKey: ['queues'] })]),
  });
}

function hintOf({ code, specification, unitPrice }: Product): string {
  return [code, specification, unitPrice].filter(Boolean).join(' · ');
}
