import { useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Row, Rows, Section } from '../../components/section.tsx';
import { Tag } from '../../components/tag.tsx';
import { formatDateTime } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { sessionsQuery, useRevokeSession } from './account-queries.ts';
import { deviceOf } from './device-of.ts';

/** Where one is signed in. Every other device can be signed out from here. */
export function SessionsSection() {
  const { t } = useTranslation();
  const sessions = useQuery(sessionsQuery);
  const revoke = useRevokeSession();
  const items = sessions.data?.items ?? [];
  const others = items.filter((session) => !session.isCurrent);
  return (
    <Section
      title={t('account.sessions.title')}
      actions={
        others.length > 1 && (
          <Button size="small" loading={revoke.isPending} onClick={() => others.forEach(({ id }) => revoke.mutate(id))}>
            {t('account.sessions.revokeAll')}
          </Button>
        )
      }
    >
      {sessions.isError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <Rows label={t('account.sessions.title')}>
        {items.map(({ id, isCurrent, userAgent, ip, lastSeenAt }) => (
          <Row
            key={id}
            title={deviceOf(userAgent) ?? t('account.sessions.unknown')}
            facts={`${t('account.sessions.lastUsed')} ${formatDateTime(lastSeenAt)}${ip === null ? '' : ` · ${ip}`}`}
          >
            {isCurrent ? (
              <Tag tone="ok">{t('account.sessions.current')}</Tag>
            ) : (
              <Button size="small" loading={revoke.isPending && revoke.variables === id} onClick={() => revoke.mutate(id)}>
                {t('account.sessions.revoke')}
              </Button>
            )}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
