import type { Call } from '@danku/contract/endpoint.ts';
import type { LegalEntity } from '@danku/contract/master-data.ts';
import { changeLegalEntity, createLegalEntity, listLegalEntities } from '@danku/contract/master-data.ts';
import type { DocumentType } from '@danku/contract/settings.ts';
import {
  changeDocumentType,
  changeSettings,
  createDocumentType,
  listDocumentTypes,
  readSettings,
} from '@danku/contract/settings.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { useTenant } from '../../app/paths.ts';

export function typesQuery(tenant: string) {
  return queryOptions({
    queryKey: ['document-types', tenant],
    queryFn: ({ signal }) => call(listDocumentTypes, {}, { signal }),
  });
}

export function settingsQuery(tenant: string) {
  return queryOptions({
    queryKey: ['settings', tenant],
    queryFn: ({ signal }) => call(readSettings, {}, { signal }),
    refetchOnWindowFocus: false,
  });
}

export function entitiesQuery(tenant: string) {
  return queryOptions({
    queryKey: ['legal-entities', tenant],
    queryFn: ({ signal }) => call(listLegalEntities, {}, { signal }),
  });
}

export type TypeBody = Omit<Call<typeof changeDocumentType>['body'], 'version'>;

/** Makes a type of a kind, or changes the one given; what is wrong is said by the page. */
export function useSaveType(kind: DocumentType['kind'], type: DocumentType | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TypeBody) =>
      type === null
        ? call(createDocumentType, { body: { kind, ...body } })
        : call(changeDocumentType, { params: { id: type.id }, body: { version: type.version, ...body } }),
    meta: { handles: ['invalid', 'already-exists'] },
    onSettled: () => client.invalidateQueries({ queryKey: ['document-types'] }),
  });
}

export function useSaveSettings() {
  const client = useQueryClient();
  const tenant = useTenant();
  return useMutation({
    mutationFn: (body: Call<typeof changeSettings>['body']) => call(changeSettings, { body }),
    meta: { handles: ['invalid'] },
    onSuccess: (reply) => {
      client.setQueryData(settingsQuery(tenant).queryKey, reply);
      void client.invalidateQueries({ queryKey: ['me'] });
    },
    onError: () => client.invalidateQueries({ queryKey: settingsQuery(tenant).queryKey }),
  });
}

export type EntityBody = Call<typeof createLegalEntity>['body'];

export function useSaveEntity(entity: LegalEntity | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: EntityBody) =>
      entity === null
        ? call(createLegalEntity, { body })
        : call(changeLegalEntity, { params: { id: entity.id }, body: { version: entity.version, ...body } }),
    meta: { handles: ['invalid', 'already-exists'] },
    onSettled: () => client.invalidateQueries({ queryKey: ['legal-entities'] }),
  });
}
