import { Link } from 'react-router';
import { buttonClass } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { useTranslation } from '../i18n/use-translation.ts';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('shell.error.notFound')} help={t('shell.error.notFoundHelp')}>
      <Link className={buttonClass('primary')} to="/">
        {t('shell.error.home')}
      </Link>
    </EmptyState>
  );
}
