import type { Document } from '@danku/contract/document-shapes.ts';
import type { listVersions } from '@danku/contract/history.ts';
import type { Reply } from '@danku/contract/endpoint.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Tag } from '../../components/tag.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ContentView } from './content-view.tsx';
import { useExtraFields } from './data-tab.tsx';
import styles from './document-page.module.css';
import { versionQuery, versionsQuery } from './documents-queries.ts';
import { VersionDiff } from './version-diff.tsx';

type Version = Reply<typeof listVersions>['items'][number];

/** The submitted versions with what was decided on each; any two compared, any one whole. */
export function VersionsTab({ document }: { document: Document }) {
  const { t } = useTranslation();
  const versions = useQuery(versionsQuery(useTenant(), document.id));
  const [opened, setOpened] = useState<number | null>(null);
  if (versions.isPending) {
    return <Skeleton lines={8} />;
  }
  if (versions.isError) {
    return <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />;
  }
  const items = [...versions.data.items].sort((a, b) => b.number - a.number);
  if (items.length === 0) {
    return <EmptyState title={t('document.version.none')} />;
  }
  return (
    <div className={styles.sheet}>
      <ol className={styles.versions} aria-label={t('document.tab.versions')}>
        {items.map((version) => (
          <VersionRow
            key={version.number}
            version={version}
            isOpen={opened === version.number}
            onToggle={() => setOpened(opened === version.number ? null : version.number)}
          />
        ))}
      </ol>
      {opened !== null && <WholeVersion document={document} number={opened} />}
      <VersionDiff document={document} numbers={items.map(({ number }) => number)} />
    </div>
  );
}

interface VersionRowProps {
  version: Version;
  isOpen: boolean;
  onToggle: () => void;
}

function VersionRow({ version, isOpen, onToggle }: VersionRowProps) {
  const { t } = useTranslation();
  return (
    <li className={styles.version}>
      <div className={styles.versionHead}>
        <strong>{t('document.version.label', { number: version.number })}</strong>
        <span className={styles.quiet}>
          {t('document.version.submittedBy', { name: version.submittedBy.name })} <DateTime value={version.submittedAt} />
        </span>
        <span className={styles.hash} title={version.contentHash}>
          {version.contentHash.slice(0, 12)}
        </span>
        <Button size="small" aria-expanded={isOpen} onClick={onToggle}>
          {t(isOpen ? 'shell.verb.close' : 'document.version.open')}
        </Button>
      </div>
      {version.decisions.map((decision) => (
        <p key={`${decision.slot} ${decision.decidedAt}`} className={styles.decision}>
          <Tag tone={decision.decision === 'send-back' ? 'bad' : 'ok'} shape={decision.decision === 'send-back' ? '↩' : '✓'}>
            {t(`action.${decision.decision}`)}
          </Tag>
          <span>{decision.person.name}</span>
          <span className={styles.quiet}>
            <DateTime value={decision.decidedAt} />
          </span>
          {decision.comment !== null && <span>{decision.comment}</span>}
        </p>
      ))}
    </li>
  );
}

function WholeVersion({ document, number }: { document: Document; number: number }) {
  const { t } = useTranslation();
  const version = useQuery(versionQuery(useTenant(), document.id, number));
  const extraFields = useExtraFields(document.typeId);
  if (version.isError) {
    return <ErrorState error={version.error} onRetry={() => void version.refetch()} />;
  }
  if (version.isPending) {
    return <Skeleton />;
  }
  return (
    <section className={styles.whole} aria-label={t('document.version.label', { number })}>
      <h2>{t('document.version.label', { number })}</h2>
      <ContentView
        kind={document.kind}
        fields={version.data.fields}
        lines={version.data.lines}
        currency={document.currency}
        extraFields={extraFields}
      />
    </section>
  );
}
