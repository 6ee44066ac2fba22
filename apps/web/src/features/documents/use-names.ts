import type { Document } from '@danku/contract/document-shapes.ts';
import { listMembers } from '@danku/contract/people.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../api/call.ts';
import { useCan } from '../../app/me.ts';
import { useTenant } from '../../app/paths.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useExtraFields } from './data-tab.tsx';

/** What history names only by its key: extra fields, and people to whom something was given. */
export function useNames({ typeId }: Document): Readonly<Record<string, string>> {
  const { language } = useTranslation();
  const tenant = useTenant();
  const extraFields = useExtraFields(typeId);
  const { data } = useQuery({
    queryKey: ['members', tenant, 'names'],
    queryFn: ({ signal }) => call(listMembers, { query: { limit: 100 } }, { signal }),
    staleTime: 300_000,
    enabled: useCan('member.read'),
  });
  return useMemo(
    () =>
      Object.fromEntries([
        ...extraFields.map(({ key, label }) => [key, label[language === 'en' ? 'en' : 'zh']]),
        ...(data?.items ?? []).map(({ id, name }) => [id, name]),
      ]),
    [extraFields, data, language],
  );
}
