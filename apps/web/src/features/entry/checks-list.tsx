import { Button } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Check, PassedCheck } from './checks.ts';
import styles from './checks-list.module.css';

interface ChecksListProps {
  checks: readonly Check[];
  passed: readonly PassedCheck[];
  say: (check: Check) => string;
  /** What place a check speaks of, for the ones in the lines. */
  place: (path: string) => string;
  onGo: (path: string) => void;
  /** Puts a value the check knows to be right into its field. */
  onUse: ((path: string, value: string) => void) | undefined;
}

const shapes = { error: '✕', warning: '◇', info: '◇' } as const;

/** Everything that was checked: what is right, what to look at, what blocks. A click leads to the field. */
export function ChecksList({ checks, passed, say, place, onGo, onUse }: ChecksListProps) {
  const { t } = useTranslation();
  const blank = checks.filter(({ code }) => code === 'required');
  const told = checks.filter(({ code }) => code !== 'required');
  const firstBlank = blank[0]?.path;
  return (
    <ul className={styles.list} aria-label={t('entry.check.title')}>
      {passed.map((check) => (
        <li key={check} className={styles.passed}>
          <span aria-hidden>{'✓'}</span>
          {t(`entry.check.${check}`)}
        </li>
      ))}
      {told.map((check) => (
        <li key={`${check.code}${check.path}`} className={styles[check.severity]}>
          <span aria-hidden>{shapes[check.severity]}</span>
          <Told check={check} words={say(check)} place={place} onGo={onGo} onUse={onUse} />
        </li>
      ))}
      {typeof firstBlank === 'string' && (
        <li className={styles.info}>
          <span aria-hidden>{'○'}</span>
          <button type="button" className={styles.go} onClick={() => onGo(firstBlank)}>
            {t('entry.check.required', { count: blank.length })}
          </button>
        </li>
      )}
    </ul>
  );
}

function Told({
  check: { path, params },
  words,
  place,
  onGo,
  onUse,
}: { check: Check; words: string } & Pick<ChecksListProps, 'place' | 'onGo' | 'onUse'>) {
  const { t } = useTranslation();
  if (path === null) {
    return <span>{words}</span>;
  }
  const offered =
    params['suggestion'] ?? (path.startsWith('/fields/buyer') || path.endsWith('Total') ? params['expected'] : undefined);
  return (
    <span>
      <button type="button" className={styles.go} onClick={() => onGo(path)}>
        {path.startsWith('/lines/') ? `${place(path)} · ${words}` : words}
      </button>
      {offered !== undefined && onUse !== undefined && (
        <Button size="small" look="plain" className={styles.use} onClick={() => onUse(path, offered)}>
          {t('entry.check.use', { value: offered })}
        </Button>
      )}
    </span>
  );
}
