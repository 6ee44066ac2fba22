import type { Permission } from '@danku/domain/access/permissions.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { useTranslation } from '../i18n/use-translation.ts';

/** Says which right would open the page, so that the person knows what to ask for. */
export function ForbiddenPage({ needs }: { needs: readonly Permission[] }) {
  const { t } = useTranslation();
  const permission = needs.map((need) => t(`permission.${need}`)).join(' / ');
  return <EmptyState title={t('shell.error.forbidden')} help={t('shell.error.forbiddenHelp', { permission })} />;
}
