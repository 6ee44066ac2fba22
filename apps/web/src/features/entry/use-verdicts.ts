import type { Document } from '@danku/contract/document-shapes.ts';
import { isSameValue } from '@danku/domain/documents/same-value.ts';
import type { Translate } from '@danku/words/translate.ts';
import { useMemo, useState } from 'react';
import type { CellMark } from '../../components/line-grid/line-cell.tsx';
import type { DraftContent } from './draft-content.ts';
import { valueAt } from './draft-content.ts';

type Verdict = Document['verdicts'][number];

/** What a reviewer sent back, and what of it has been seen to: confirmed with Enter, taken over, or changed. */
export function useVerdicts({ verdicts, fields, lines, customerId }: Document, content: DraftContent) {
  const [returned] = useState<DraftContent>({ fields, lines, customerId });
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const isDone = (path: string) => confirmed.has(path) || !isSameValue(valueAt(content, path), valueAt(returned, path));
    const open = verdicts.map(({ path }) => path).filter((path) => !isDone(path));
    return {
      isGuided: verdicts.length > 0,
      isDone,
      open,
      confirm: (path: string) => setConfirmed((known) => new Set([...known, path])),
      /** The verdict of a place, or the first that is open. */
      at: (path: string | null): Verdict | undefined =>
        verdicts.find((verdict) => verdict.path === path && !isDone(verdict.path)) ??
        verdicts.find((verdict) => verdict.path === open[0]),
      marks: (t: Translate): Record<string, CellMark> =>
        Object.fromEntries(verdicts.flatMap((verdict) => (isDone(verdict.path) ? [] : [[verdict.path, markOf(verdict, t)]]))),
    };
  }, [verdicts, content, returned, confirmed]);
}

function markOf({ errorClass, comment, suggested }: Verdict, t: Translate): CellMark {
  const suggestion = suggested === null ? null : t('entry.verdict.was', { value: suggested });
  return { tone: 'wrong', note: [t(`error-class.${errorClass}`), comment, suggestion].filter(Boolean).join(' · ') };
}
