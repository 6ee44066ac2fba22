import { useState } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { hasLetterKeys, setLetterKeys, useBoundKeys } from '../components/keys.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './key-help.module.css';

const groups = ['here', 'list', 'image', 'grid', 'everywhere'] as const;

/** Every shortcut that works on the page below, and the switch that turns single letters off. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const bound = useBoundKeys();
  const [letters, setLetters] = useState(hasLetterKeys);
  const switchLetters = (on: boolean) => {
    setLetterKeys(on);
    setLetters(on);
  };
  return (
    <Dialog onClose={onClose} title={t('shell.keys.title')} size="lg">
      <div className={styles.columns}>
        {groups.map((group) => {
          const keys = bound.filter((binding) => (binding.group ?? 'here') === group);
          return keys.length === 0 ? null : (
            <section key={group}>
              <h3>{t(`shell.keys.${group}`)}</h3>
              <dl className={styles.list}>
                {keys.map((binding) => (
                  <div key={binding.keys}>
                    <dt>
                      <kbd>{binding.keys}</kbd>
                    </dt>
                    <dd>{t(binding.label)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <p className={styles.letters}>
        <label>
          <input type="checkbox" checked={letters} onChange={(event) => switchLetters(event.currentTarget.checked)} />{' '}
          {t('shell.keys.letters')}
        </label>
        <span className={styles.lettersHelp}>{t('shell.keys.lettersHelp')}</span>
      </p>
    </Dialog>
  );
}
