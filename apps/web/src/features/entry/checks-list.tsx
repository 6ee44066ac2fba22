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
  currentValue: (path: string) => string | null;
}

const shapes = { error: '✕', warning: '◇', info: '◇' } as const;

/** Everything that was checked: what is right, what to look at, what blocks. A click leads to the field. */
export function ChecksList({ checks, passed, say, place, onGo, onUse, currentValue }: ChecksListProps) {
  const { t } = useTranslation();
  const blank = checks.filter(({ code }) => code === 'required');
  const told = checks.filter(({ code }) => code !== 'required');
  const offers = offersOf(told);
  const firstBlank = blank[0]?.path;
  return (
    <ul className={styles.list} aria-label={t('entry.check.title')}>
      {passed.map((check) => (
        <li key={check} className={styles.passed}>
          <span aria-hidden>{'✓'}</span>
          {t(`entry.check.${check}`)}
        </li>
      ))}
      {told.map((check, index) => (
        <li key={`${check.code}${check.path}`} className={styles[check.severity]}>
          <span aria-hidden>{shapes[check.severity]}</span>
          <Told
            offered={offers[index]}
            check={check}
            words={say(check)}
            place={place}
            onGo={onGo}
            onUse={onUse}
            currentValue={currentValue}
          />
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
  check: { code, path },
  offered,
  words,
  place,
  onGo,
  onUse,
  currentValue,
}: { check: Check; offered: string | undefined; words: string } & Pick<
  ChecksListProps,
  'place' | 'onGo' | 'onUse' | 'currentValue'
>) {
  const { t } = useTranslation();
  if (path === null) {
    return <span>{words}</span>;
  }
  return (
    <span>
      <button type="button" className={styles.go} onClick={() => onGo(path)}>
        {isSelfSaid(code) ? words : `${place(path)} · ${words}`}
      </button>
      {offered !== undefined && offered !== currentValue(path) && onUse !== undefined && (
        <Button size="small" look="plain" className={styles.use} onClick={() => onUse(path, offered)}>
          {t('entry.check.use', { value: offered })}
        </Button>
      )}
    </span>
  );
}

/** Checks of the whole paper name what they speak of by themselves. */
function isSelfSaid(code: string): boolean {
  return /^(words|total|balance|must|seller|is|no)-/.test(code) || code === 'duplicate';
}

/** The value that each check knows to be right; offered once where two checks of a place know the same. */
function offersOf(checks: readonly Check[]): (string | undefined)[] {
  const seen = new Set<string>();
  return checks.map(({ path, params }) => {
    const isPlain = path?.startsWith('/fields/buyer') === true || path?.endsWith('Total') === true;
    const offered = params['suggestion'] ?? (isPlain ? params['expected'] : undefined);
    const key = `${path} ${offered}`;
    if (offered === undefined || seen.has(key)) {
      return undefined;
    }
    seen.add(key);
    return offered;
  });
}
