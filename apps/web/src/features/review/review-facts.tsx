import type { Document } from '@danku/contract/document-shapes.ts';
import { useEffect, useState } from 'react';
import { useMe } from '../../app/me.ts';
import { StageBadge } from '../../components/stage-badge.tsx';
import { Tag } from '../../components/tag.tsx';
import { formatDuration } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './review.module.css';

/** Beside the title: which document, where it stands, how risky. */
export function ReviewFacts({ document }: { document: Document }) {
  const { t } = useTranslation();
  const { riskScore, reviewPolicy } = document;
  return (
    <>
      <span className={styles.mono}>{`${document.draftNumber} v${document.contentVersion}`}</span>
      <StageBadge stage={document.stage} />
      <Tag tone={riskScore >= 50 ? 'bad' : 'neutral'} shape={riskScore >= 50 ? '▲' : undefined}>
        {t('document.risk.score', { score: riskScore })} · {t(`policy.${reviewPolicy}`)}
      </Tag>
    </>
  );
}

/** At the end of the header: how long one still has the document, and how long there is for it. */
export function ReviewClock({ document, until }: { document: Document; until: string | null }) {
  const { t, language } = useTranslation();
  const myId = useMe().member?.id;
  const now = useNow();
  const { dueAt, lease } = document;
  const left = dueAt === null ? null : Date.parse(dueAt) - now;
  const holder = lease !== null && lease.member.id !== myId && Date.parse(lease.until) > now ? lease.member.name : null;
  return (
    <>
      {holder !== null && <Tag tone="info">{t('review.leasedBy', { name: holder })}</Tag>}
      {until !== null && <span>{t('review.lease', { time: clock(Date.parse(until) - now) })}</span>}
      {left !== null && (
        <span className={left < 0 ? styles.late : undefined}>
          {t(left < 0 ? 'shell.time.overdue' : 'shell.time.left', { duration: formatDuration(left, language) })}
        </span>
      )}
    </>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Minutes and seconds, "9:40"; never below zero. */
function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
