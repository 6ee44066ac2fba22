import type { Document, Finding } from '@danku/contract/document-shapes.ts';
import { kindDefinitions } from '@danku/domain/documents/kind-definitions.ts';
import type { Language } from '@danku/words/language.ts';
import type { Translate } from '@danku/words/translate.ts';
import { useQuery } from '@tanstack/react-query';
import { useTenant } from '../../app/paths.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { diffQuery, findingsQuery, versionsQuery } from './review-queries.ts';
import { sayDiffValue, sayPath, sayValue } from './review-targets.ts';

export interface ShownChange {
  path: string;
  label: string;
  before: string | null;
  after: string | null;
}

export interface Differences {
  /** What changed since the version before, with the number of the newest version. */
  changes: readonly ShownChange[];
  newest: number;
  findings: readonly Finding[];
  isPending: boolean;
  /** Every place worth a look, in order: where `n` stops. */
  stops: readonly string[];
}

/** What to look at first. A blind reviewer sees nothing of it, and nothing of it is asked for. */
export function useDifferences(document: Document): Differences {
  const { t, language } = useTranslation();
  const tenant = useTenant();
  const isOpen = !document.isBlind;
  const versions = useQuery({ ...versionsQuery(tenant, document.id), enabled: isOpen });
  const newest = Math.max(0, ...(versions.data?.items ?? []).map(({ number }) => number));
  const diff = useQuery({ ...diffQuery(tenant, document.id, newest), enabled: isOpen && newest > 1 });
  const found = useQuery({ ...findingsQuery(tenant, document.id), enabled: isOpen });
  const changes = (diff.data?.items ?? []).map(({ path, before, after }) => ({
    path,
    label: sayPath(t, path),
    before: sayAt(document, path, before, t, language),
    after: sayAt(document, path, after, t, language),
  }));
  const findings = found.data?.items ?? [];
  const paths = [...changes.map(({ path }) => path), ...findings.flatMap(({ path }) => path ?? [])];
  return { changes, newest, findings, isPending: isOpen && found.isPending, stops: [...new Set(paths)] };
}

/** A value of a difference, in the format of its field. */
function sayAt(document: Document, path: string, value: unknown, t: Translate, language: Language): string | null {
  const key = path.split('/').at(-1);
  const { fields, lineFields } = kindDefinitions[document.kind];
  const field = (path.startsWith('/lines/') ? lineFields : fields).find((one) => one.key === key);
  return field !== undefined && typeof value === 'string' ? sayValue(field, value, t, language) : sayDiffValue(value);
}
