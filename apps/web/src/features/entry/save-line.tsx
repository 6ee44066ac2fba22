import { formatDateTime } from '../../i18n/format.ts';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { SaveState } from './draft-keeper.ts';
import styles from './entry-desk.module.css';

/** Where the typing is now: "已保存 12:03:41", "已存本机 12:03:41". */
export function SaveLine({ save }: { save: SaveState }) {
  const { t } = useTranslation();
  const time = save.at === null ? '' : formatDateTime(save.at, 'second').slice(-8);
  const words = {
    clean: () => t('entry.save.clean'),
    dirty: () => t('shell.state.unsaved'),
    saving: () => t('shell.state.saving'),
    saved: () => t('shell.state.saved', { time }),
    local: () => t('shell.state.savedLocally', { time }),
    refused: () =>
      t('entry.save.refused', { reason: sayCode(t, 'problem', save.problem?.code ?? 'internal', 'problem.internal') }),
  };
  return (
    <span role="status" className={styles.save} data-phase={save.phase}>
      {words[save.phase]()}
    </span>
  );
}
