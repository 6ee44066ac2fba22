import type { WordKey } from '@danku/words/keys.ts';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { FilterChip } from '../../components/filter-chips.tsx';
import { formatMoney } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DocumentFilters } from './document-filters.ts';
import { filtersOf, searchOf, switches } from './document-filters.ts';

/** The filters of the address, and how to change some of them. Typing replaces the history entry, choosing makes one. */
export function useDocumentFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersOf(search), [search]);
  const change = (some: Partial<DocumentFilters>, replace = false) => setSearch(searchOf({ ...filters, ...some }), { replace });
  const clear = () => setSearch(searchOf({ ...filtersOf(new URLSearchParams()), sort: filters.sort }));
  return { filters, change, clear };
}

/** What narrows the list, each as a chip that takes it away. */
export function useFilterChips(filters: DocumentFilters, change: (some: Partial<DocumentFilters>) => void): FilterChip[] {
  const { t, language } = useTranslation();
  const said = (word: WordKey, value: string) => `${t(word)} ${value}`;
  const money = (value: string) => formatMoney(value, language);
  const chip = (key: string, isOn: boolean, label: () => string, without: Partial<DocumentFilters>): FilterChip[] =>
    isOn ? [{ key, label: label(), remove: () => change(without) }] : [];
  return [
    ...chip('q', filters.q !== '', () => t('document.filter.text', { text: filters.q }), { q: '' }),
    ...filters.stage.map((stage) => ({
      key: `stage-${stage}`,
      label: t(`stage.${stage}`),
      remove: () => change({ stage: filters.stage.filter((one) => one !== stage) }),
    })),
    ...filters.kind.map((kind) => ({
      key: `kind-${kind}`,
      label: t(`kind.${kind}`),
      remove: () => change({ kind: filters.kind.filter((one) => one !== kind) }),
    })),
    ...chip('customer', filters.customerId !== '', () => filters.customer || t('document.filter.party'), {
      customerId: '',
      customer: '',
    }),
    ...chip('from', filters.from !== '', () => said('document.filter.from', filters.from), { from: '' }),
    ...chip('to', filters.to !== '', () => said('document.filter.to', filters.to), { to: '' }),
    ...chip('min', filters.minGross !== '', () => said('document.filter.minimum', money(filters.minGross)), { minGross: '' }),
    ...chip('max', filters.maxGross !== '', () => said('document.filter.maximum', money(filters.maxGross)), { maxGross: '' }),
    ...switches.flatMap((name) => chip(name, filters[name], () => t(`document.filter.${name}`), { [name]: false })),
  ];
}
