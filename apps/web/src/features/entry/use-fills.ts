import type { LegalEntity, Product } from '@danku/contract/master-data.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useTenant } from '../../app/paths.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DraftContent } from './draft-content.ts';
import type { DraftState } from './draft-keeper.ts';
import { entitiesLike, entitiesQuery, searchCustomers } from './entry-queries.ts';
import type { FormLayout } from './form-layout.ts';
import { sumsOf } from './line-sums.ts';
import type { PartySearch } from './party-input.tsx';

interface FillNeeds {
  draft: DraftState;
  layout: FormLayout;
  customer: { name: string; taxId: string | null } | null;
  readOnly: boolean;
  onChange: (content: DraftContent) => void;
}

const noEntities: readonly LegalEntity[] = [];

/** What master data fills in: the customer picked as buyer, one's own entity as seller, a product in a line. And where values came from. */
export function useFills({ draft, layout, customer, readOnly, onChange }: FillNeeds) {
  const tenant = useTenant();
  const { t } = useTranslation();
  const entities = useQuery(entitiesQuery(tenant)).data?.items ?? noEntities;
  const latest = useRef({ content: draft.content, onChange });
  useEffect(() => {
    latest.current = { content: draft.content, onChange };
  });
  const fill = useMemo(
    () => (fields: DraftContent['fields'], customerId?: string) => {
      const { content, onChange: give } = latest.current;
      give({ ...content, fields: { ...content.fields, ...fields }, customerId: customerId ?? content.customerId });
    },
    [],
  );
  useOwnSeller(draft, layout, entities, readOnly, fill);
  const parties = useMemo<Record<string, PartySearch | undefined>>(
    () => ({
      buyerName: {
        search: searchCustomers,
        placeholder: t('entry.customer.placeholder'),
        onPick: ({ id, name, taxId }) => fill({ buyerName: name, buyerTaxId: taxId }, id),
      },
      sellerName: {
        search: (text) => Promise.resolve(entitiesLike(entities, text)),
        onPick: ({ name, taxId }) => fill({ sellerName: name, sellerTaxId: taxId }),
      },
    }),
    [entities, fill, t],
  );
  return {
    parties,
    sources: sourcesOf(draft, layout, customer, entities, {
      master: t('field.source.master'),
      formula: '=',
    }),
    lineOf: (product: Product) => lineOf(product, layout),
  };
}

/** A new draft is sold by one's own entity, where there is only one: nothing to type. */
function useOwnSeller(
  draft: DraftState,
  layout: FormLayout,
  entities: readonly LegalEntity[],
  readOnly: boolean,
  fill: (fields: DraftContent['fields']) => void,
): void {
  const { fields } = draft.content;
  const [only, ...others] = entities.filter(({ isActive }) => isActive);
  const isNew = draft.document.contentVersion === 0 && draft.save.phase === 'clean';
  const fits =
    isNew &&
    !readOnly &&
    others.length === 0 &&
    !fields['sellerName'] &&
    !fields['sellerTaxId'] &&
    layout.head.some(({ key }) => key === 'sellerName');
  useEffect(() => {
    if (fits && only !== undefined) {
      fill({ sellerName: only.name, sellerTaxId: only.taxId });
    }
  }, [fits, only, fill]);
}

function lineOf(
  { name, specification, unit, unitPrice, taxRate }: Product,
  { columns }: FormLayout,
): Record<string, string | null> {
  const values: Record<string, string | null> = { description: name, specification, unit, unitPrice, taxRate };
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => value !== null && columns.some((column) => column.key === key)),
  );
}

function sourcesOf(
  { content, document }: DraftState,
  layout: FormLayout,
  customer: FillNeeds['customer'],
  entities: readonly LegalEntity[],
  words: { master: string; formula: string },
): Record<string, string | undefined> {
  const { fields } = content;
  const sums = sumsOf(layout.definition, content, document.currency);
  const isOwn = (key: 'name' | 'taxId', value: string | null | undefined) => entities.some((entity) => entity[key] === value);
  const known: [string, string, boolean][] = [
    ['buyerName', words.master, customer !== null && fields['buyerName'] === customer.name],
    ['sellerName', words.master, isOwn('name', fields['sellerName'])],
    ['netTotal', words.formula, sums.netTotal !== null && fields['netTotal'] === sums.netTotal],
    ['taxTotal', words.formula, sums.taxTotal !== null && fields['taxTotal'] === sums.taxTotal],
    ['grossTotal', words.formula, sums.grossTotal !== null && fields['grossTotal'] === sums.grossTotal],
  ];
  return Object.fromEntries(known.flatMap(([key, word, holds]) => (holds ? [[key, word]] : [])));
}
