import type { Document } from '@danku/contract/document-shapes.ts';
import { DateTime } from '../../components/date-time.tsx';
import { StageBadge } from '../../components/stage-badge.tsx';
import { Tag } from '../../components/tag.tsx';
import { useNow } from '../../components/use-now.ts';
import { formatDateTime, formatDuration } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { flagOf } from './document-flags.ts';
import styles from './document-page.module.css';

/** Beside the title: its numbers, where it stands, how much time is left and who has it. */
export function DocumentFacts({ document }: { document: Document }) {
  const { t } = useTranslation();
  const numbers = [document.registryNumber ?? document.draftNumber, document.archiveNumber].filter((number) => number !== null);
  return (
    <>
      {numbers.map((number) => (
        <span key={number} className={styles.code}>
          {number}
        </span>
      ))}
      {document.contentVersion > 0 && <span className={styles.code}>{`v${document.contentVersion}`}</span>}
      <StageBadge stage={document.stage} flag={flagOf(document)} />
      {document.isSuperseded && <Tag tone="warn">{t('stage.flag.superseded')}</Tag>}
      {document.isPurchase && <Tag tone="bad">{t('document.fact.purchase')}</Tag>}
      {document.question !== null && <Tag tone="warn">{t('document.fact.waiting', { name: document.question.asked.name })}</Tag>}
      {document.pendingDecision !== null && <Tag tone="info">{t('stage.flag.pending')}</Tag>}
      {document.riskScore >= 50 && (
        <Tag tone="bad">{`${t('document.risk.score', { score: document.riskScore })} · ${t(`policy.${document.reviewPolicy}`)}`}</Tag>
      )}
      <TimeLeft document={document} />
      <Holder document={document} />
    </>
  );
}

function TimeLeft({ document: { dueAt, stage, archivedAt } }: { document: Document }) {
  const { t, language } = useTranslation();
  const now = useNow();
  if (stage === 'archived') {
    return <DateTime value={archivedAt} precision="day" />;
  }
  if (dueAt === null || stage === 'void') {
    return null;
  }
  const left = Date.parse(dueAt) - now;
  const duration = formatDuration(left, language);
  return <Tag tone={left < 0 ? 'bad' : 'warn'}>{t(left < 0 ? 'shell.time.overdue' : 'shell.time.left', { duration })}</Tag>;
}

function Holder({ document: { lease, assignee } }: { document: Document }) {
  const { t } = useTranslation();
  if (lease !== null) {
    return <span>{t('document.fact.lease', { name: lease.member.name, time: formatDateTime(lease.until, 'time') })}</span>;
  }
  return assignee === null ? null : <span>{t('document.fact.assigned', { name: assignee.name })}</span>;
}
