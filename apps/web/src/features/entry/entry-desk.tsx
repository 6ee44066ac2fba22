import type { Document } from '@danku/contract/document-shapes.ts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LineGridHandle } from '../../components/line-grid/line-grid.tsx';
import { Page } from '../../components/page.tsx';
import { Split } from '../../components/split.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChecksList } from './checks-list.tsx';
import type { DraftContent } from './draft-content.ts';
import { valueAt, withValue } from './draft-content.ts';
import { EntryActions, EntryCounts, EntryFacts, ReadOnlyNote, titleOf } from './entry-bars.tsx';
import styles from './entry-desk.module.css';
import { EntryForm } from './entry-form.tsx';
import { EntryImage } from './entry-image.tsx';
import type { FormLayout } from './form-layout.ts';
import { pathLabel } from './form-layout.ts';
import type { LocalDraft } from './local-drafts.ts';
import { useTellImage } from './image-channel.ts';
import { withSums } from './line-sums.ts';
import { MergePanel } from './merge-panel.tsx';
import { ProductBar } from './product-bar.tsx';
import { PurchasePanel } from './purchase-panel.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';
import { TwinPanel } from './twin-panel.tsx';
import { useChecks } from './use-checks.ts';
import { useDraft } from './use-draft.ts';
import { useEntryKeys } from './use-entry-keys.ts';
import { useFills } from './use-fills.ts';
import { useFormMoves } from './use-form-moves.ts';
import { useLease } from './use-lease.ts';
import { useSubmitFlow } from './use-submit-flow.ts';
import { useVerdicts } from './use-verdicts.ts';
import { VerdictPanel } from './verdict-panel.tsx';

interface EntryDeskProps {
  document: Document;
  layout: FormLayout;
  kept: LocalDraft | null;
}

/** The heart of the work: the paper on the left, its values on the right, saved as one types, by keyboard from end to end. */
export function EntryDesk({ document, layout, kept }: EntryDeskProps) {
  const { t } = useTranslation();
  const draft = useDraft({ document, layout, kept });
  const { keeper, content, conflict } = draft;
  const mayEdit = draft.document.actions.edit?.allowed === true;
  const lease = useLease(document.id, mayEdit);
  const readOnly = !mayEdit || lease.isLost;
  const [showRequired, setShowRequired] = useState(false);
  const [lookupRow, setLookupRow] = useState<number | null>(null);
  const image = useRef<HTMLDivElement>(null);
  const grid = useRef<LineGridHandle>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const checks = useChecks(draft, layout, showRequired);
  const change = (next: typeof content) => keeper.change(withSums(layout.definition, content, next, draft.document.currency));
  const labelOf = useCallback((path: string) => pathLabel(layout, t, path), [layout, t]);
  const verdicts = useVerdicts(document, content);
  const moves = useFormMoves({
    grid,
    submit,
    layout,
    lines: content.lines,
    open: verdicts.open,
    isGuided: verdicts.isGuided,
    onConfirm: verdicts.confirm,
  });
  const fills = useFills({ draft, layout, customer: checks.customer, onChange: change, readOnly });
  const flow = useSubmitFlow({
    keeper,
    checks,
    onBlocked: (check) => {
      setShowRequired(true);
      moves.go(check.path ?? '/lines');
    },
  });
  const accept = (verdict: Document['verdicts'][number] | undefined) => {
    if (verdict?.suggested !== null && verdict?.suggested !== undefined && !readOnly) {
      change(withValue(content, verdict.path, verdict.suggested === '' ? null : verdict.suggested));
      moves.confirmAndGo(verdict.path);
    }
  };
  useFirstFocus(readOnly, () => (verdicts.isGuided ? moves.step(1) : moves.go(firstBlank(layout, content))));
  useEntryKeys({
    flow,
    keeper,
    moves,
    readOnly,
    addLine: () => grid.current?.addLine(),
    focusImage: () => image.current?.querySelector('button')?.focus(),
    accept: () => accept(verdicts.at(moves.focused)),
  });
  useTellImage(document.id, moves.focused);
  const marks = useMemo(() => ({ ...checks.marks, ...verdicts.marks(t) }), [checks.marks, verdicts, t]);
  const pickProduct = (row: number, values: Record<string, string | null>) => {
    change({ ...content, lines: content.lines.map((line, index) => (index === row ? { ...line, ...values } : line)) });
    setLookupRow(null);
    moves.go(`/lines/${row}/${layout.columns.some(({ key }) => key === 'quantity') ? 'quantity' : 'description'}`);
  };
  const twins = checks.all.flatMap((check) => (check.twin === null ? [] : [{ check, twin: check.twin }]));
  // A paper typed without an image gets the whole width.
  const hasImage = draft.document.pages.length > 0 || draft.document.pagesPending;
  const form = (
    <div role="group" aria-label={t('entry.header')} className={styles.form} data-alone={!hasImage || undefined}>
      {readOnly && <ReadOnlyNote document={draft.document} isLost={lease.isLost} />}
      {conflict !== null && <MergePanel conflict={conflict} labelOf={labelOf} onSettle={keeper.settle} />}
      {verdicts.isGuided && (
        <VerdictPanel
          verdicts={document.verdicts}
          comment={document.returnComment}
          isDone={verdicts.isDone}
          active={moves.focused}
          labelOf={labelOf}
          onGo={moves.go}
          onAccept={readOnly ? undefined : accept}
        />
      )}
      {flow.warnings.length > 0 && (
        <ReasonsPanel
          warnings={flow.warnings}
          given={draft.document.warningReasons}
          place={labelOf}
          say={checks.say}
          isSending={flow.isBusy}
          onSend={(reasons) => flow.send(reasons)}
          onCancel={flow.cancel}
        />
      )}
      {!readOnly && document.contentVersion === 0 && checks.all.some(({ code }) => code === 'is-purchase') && (
        <PurchasePanel keeper={keeper} />
      )}
      {twins.map(({ check, twin }) => (
        <TwinPanel key={twin.id} check={check} twin={twin} content={content} />
      ))}
      <EntryForm
        layout={layout}
        content={content}
        currency={draft.document.currency}
        marks={marks}
        sources={fills.sources}
        parties={fills.parties}
        readOnly={readOnly}
        grid={grid}
        moves={moves}
        onChange={change}
        onLookup={setLookupRow}
      >
        {lookupRow !== null && !readOnly && (
          <ProductBar
            key={lookupRow}
            row={lookupRow}
            initial={valueAt(content, `/lines/${lookupRow}/description`) ?? ''}
            onPick={(product) => pickProduct(lookupRow, fills.lineOf(product))}
            onCancel={() => {
              setLookupRow(null);
              moves.go(`/lines/${lookupRow}/description`);
            }}
          />
        )}
      </EntryForm>
      <ChecksList
        checks={checks.all}
        passed={checks.passed}
        say={checks.say}
        place={labelOf}
        onGo={moves.go}
        currentValue={(path) => valueAt(content, path)}
        onUse={readOnly ? undefined : (path, value) => change(withValue(content, path, value))}
      />
    </div>
  );
  return (
    <Page
      title={titleOf(t, draft.document, content)}
      facts={<EntryFacts document={draft.document} />}
      actions={<EntryCounts id={document.id} hasPages={hasImage} until={readOnly ? null : lease.until} />}
      padded={false}
      footer={<EntryActions draft={draft} readOnly={readOnly} flow={flow} submit={submit} />}
    >
      {hasImage ? (
        <Split
          name="entry"
          start={
            <div ref={image} className={styles.image}>
              <EntryImage
                document={draft.document}
                focused={moves.focused}
                labelOf={labelOf}
                isDone={verdicts.isDone}
                onPick={moves.go}
              />
            </div>
          }
          end={form}
        />
      ) : (
        form
      )}
    </Page>
  );
}

/** A form that opens is ready for typing: no hand goes to the mouse between two papers. */
function useFirstFocus(readOnly: boolean, focus: () => void): void {
  const latest = useRef(focus);
  useEffect(() => {
    if (!readOnly) {
      latest.current();
    }
  }, [readOnly]);
}

function firstBlank({ head }: FormLayout, { fields }: DraftContent): string {
  const blank =
    head.find(({ key, required }) => required === true && (fields[key] ?? '') === '') ??
    head.find(({ key }) => key === 'number') ??
    head[0];
  return `/fields/${blank?.key ?? ''}`;
}
