import type { LegalEntity } from '@danku/contract/master-data.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { Row, Rows, Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Tag } from '../../components/tag.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EntityDialog } from './entity-dialog.tsx';
import { entitiesQuery } from './settings-queries.ts';
import styles from './settings.module.css';

/** The organisation's own legal entities: by them sales and purchases are told apart. */
export function LegalEntitiesPage() {
  const { t } = useTranslation();
  const entities = useQuery(entitiesQuery(useTenant()));
  const [edited, setEdited] = useState<LegalEntity | 'new' | null>(null);
  const items = entities.data?.items ?? [];
  const add = (
    <Button look="primary" size="small" onClick={() => setEdited('new')}>
      {t('settings.entityNew')}
    </Button>
  );
  return (
    <Page title={t('settings.entities')} actions={add}>
      {entities.isPending && <Skeleton />}
      {entities.isError && <ErrorState error={entities.error} onRetry={() => void entities.refetch()} />}
      {entities.data !== undefined && items.length === 0 && (
        <EmptyState title={t('shell.state.nothing')} help={t('settings.entityHelp')} />
      )}
      {items.length > 0 && (
        <Section title={t('settings.entities')} help={t('settings.entityHelp')}>
          <Rows label={t('settings.entities')}>
            {items.map((entity) => (
              <Row
                key={entity.id}
                title={entity.name}
                facts={
                  <>
                    <span className={styles.code}>{entity.taxId}</span>{' '}
                    {[entity.address, entity.bankName, entity.bankAccount].filter(Boolean).join(' · ')}
                  </>
                }
              >
                {!entity.isActive && <Tag>{t('people.deactivated')}</Tag>}
                <Button size="small" aria-label={`${t('shell.verb.edit')} ${entity.name}`} onClick={() => setEdited(entity)}>
                  {t('shell.verb.edit')}
                </Button>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {edited !== null && <EntityDialog entity={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}
