import { asProblem } from '../api/problem-error.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';
import styles from './state.module.css';

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
  /** A line above data that is still shown, instead of the whole place. */
  banner?: boolean;
}

/** What went wrong, what was kept, and one button. */
export function ErrorState({ error, onRetry, banner = false }: ErrorStateProps) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  const retry = onRetry !== undefined && (
    <Button size="small" onClick={onRetry}>
      {t('shell.state.retry')}
    </Button>
  );
  if (banner) {
    return (
      <div role="status" className={styles.banner}>
        <span>{t(`problem.${problem.code}`)}</span>
        <span>{t('shell.state.keptData')}</span>
        {retry}
      </div>
    );
  }
  return (
    <div role="alert" className={styles.state}>
      <p className={styles.title}>{t('shell.state.failed')}</p>
      <p>{t(`problem.${problem.code}`)}</p>
      {problem.requestId !== null && <p>{t('shell.error.requestId', { id: problem.requestId })}</p>}
      <div className={styles.actions}>{retry}</div>
    </div>
  );
}
