import { useEffect } from 'react';
import { isComposing, useKeys } from '../../components/keys.ts';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { FormMoves } from './use-form-moves.ts';
import type { useSubmitFlow } from './use-submit-flow.ts';

interface EntryKeys {
  flow: ReturnType<typeof useSubmitFlow>;
  keeper: DraftKeeper;
  moves: FormMoves;
  readOnly: boolean;
  addLine: () => void;
  focusImage: () => void;
  accept: () => void;
}

/** The keys of the desk that are not the grid's or the image's own. */
export function useEntryKeys({ flow, keeper, moves, readOnly, addLine, focusImage, accept }: EntryKeys): void {
  const { t } = useTranslation();
  const save = async () => {
    if (await keeper.flush()) {
      notify(t('shell.state.saved', { time: '' }).trim(), { tone: 'ok', stays: 1500 });
    }
  };
  useEffect(() => {
    document.addEventListener('keydown', leaveByEscape);
    return () => document.removeEventListener('keydown', leaveByEscape);
  }, []);
  useKeys([{ keys: 'Alt+I', label: 'entry.focusImage', run: focusImage }]);
  useKeys(
    [
      { keys: 'Ctrl+Enter', label: 'entry.submitKey', run: () => flow.start() },
      { keys: 'Ctrl+S', label: 'entry.saveKey', run: () => void save() },
      { keys: 'Alt+N', label: 'shell.keys.newLine', group: 'grid', run: addLine },
      { keys: 'n', label: 'entry.nextIssue', run: () => moves.step(1) },
      { keys: 'p', label: 'entry.previousIssue', run: () => moves.step(-1) },
      { keys: 'F2', label: 'shell.keys.edit', group: 'grid', run: () => moves.focused !== null && moves.go(moves.focused) },
      { keys: 'y', label: 'entry.acceptSuggestion', run: accept },
      { keys: 'Alt+Y', label: 'entry.acceptSuggestion', run: accept },
    ],
    !readOnly,
  );
}

/** Escape leaves a field, so that the keys of one letter work; a cell or an open list takes it for itself first. */
function leaveByEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event) && event.target instanceof HTMLElement) {
    event.target.blur();
  }
}
