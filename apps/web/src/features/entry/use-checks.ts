import type { Document } from '@danku/contract/document-shapes.ts';
import { wallClock } from '@danku/domain/time/zone.ts';
import type { Language } from '@danku/words/language.ts';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useMe } from '../../app/me.ts';
import { useTenant } from '../../app/paths.ts';
import type { CellMark } from '../../components/line-grid/line-cell.tsx';
import { formatDecimal } from '../../i18n/format.ts';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Check, PassedCheck } from './checks.ts';
import { checksOf, confirmedMarks, marksOf, passedChecks, serverChecks } from './checks.ts';
import type { DraftContent } from './draft-content.ts';
import type { DraftState } from './draft-keeper.ts';
import { customerQuery, entitiesQuery, findingsQuery } from './entry-queries.ts';
import type { FormLayout } from './form-layout.ts';

export interface Checks {
  all: readonly Check[];
  passed: readonly PassedCheck[];
  marks: Readonly<Record<string, CellMark>>;
  say: (check: Check) => string;
  /** The customer from master data that the draft names. */
  customer: { name: string; taxId: string | null } | null;
  /** Asks the server now, whatever it said before; resolves with everything that is known of this content then. */
  ask: (content: DraftContent) => Promise<readonly Check[]>;
}

const identifying = ['number', 'invoiceCode', 'issueDate', 'buyerName', 'buyerTaxId', 'sellerTaxId', 'grossTotal'];
const noEntities: readonly { taxId: string }[] = [];

/** Every check of the form: those of the domain at each key, those of the server when what identifies the paper has been saved. */
export function useChecks(draft: DraftState, layout: FormLayout, showRequired: boolean): Checks {
  const tenant = useTenant();
  const { member } = useMe();
  const { t, language } = useTranslation();
  const { data: customer } = useQuery(customerQuery(tenant, draft.content.customerId));
  const entities = useQuery(entitiesQuery(tenant)).data?.items ?? noEntities;
  const content = useDeferredValue(draft.content);
  const identity = identityOf(draft.document, content);
  const { data: found, refetch } = useQuery({
    ...findingsQuery(tenant, draft.document.id, identity),
    enabled:
      (content.fields['number'] ?? '') !== '' &&
      ['saved', 'clean'].includes(draft.save.phase) &&
      draft.document.actions.edit?.allowed === true,
  });
  const currency = member?.currency ?? draft.document.currency;
  const timeZone = member?.timeZone ?? 'Asia/Shanghai';
  const [opened] = useState(() => new Date());
  const facts = useMemo(
    () => ({
      today: wallClock(opened, timeZone).date,
      tenantCurrency: currency,
      ownTaxIds: entities.map(({ taxId }) => taxId),
      customer: customer === undefined ? null : { name: customer.name, taxId: customer.taxId },
    }),
    [opened, entities, customer, timeZone, currency],
  );
  const own = useMemo(() => checksOf(layout.definition, content, facts), [layout, content, facts]);
  const all = useMemo(() => [...own, ...serverChecks(found?.items ?? [], content)], [own, found, content]);
  const say = useMemo(
    () => (check: Check) => sayCode(t, 'finding', check.code, 'finding.other', amountsShown(check, language)),
    [t, language],
  );
  return {
    all,
    passed: passedChecks(content, all, found !== undefined),
    marks: useMemo(
      () => ({ ...confirmedMarks(content, all), ...marksOf(all, say, showRequired) }),
      [content, all, say, showRequired],
    ),
    say,
    customer: customer ?? null,
    ask: async (latest) => [
      ...checksOf(layout.definition, latest, facts),
      ...serverChecks((await refetch()).data?.items ?? [], latest),
    ],
  };
}

function identityOf({ id }: Document, { fields }: DraftContent): string {
  return [id, ...identifying.map((key) => fields[key] ?? '')].join('|');
}

/** Amounts in a check's words are grouped as everywhere; tax ids and numbers of papers stay as they are. */
function amountsShown({ params }: Check, language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      value.includes('.') ? formatDecimal(value, language, { minimumFractionDigits: 2 }) : value,
    ]),
  );
}
