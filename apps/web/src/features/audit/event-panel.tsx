import type { EventShown } from '@danku/contract/document-shapes.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useCan } from '../../app/me.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { actorLine } from '../../components/event-actor.ts';
import { EventDetail } from '../../components/event-detail.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { namesQuery } from './audit-queries.ts';
import styles from './audit.module.css';

interface EventPanelProps {
  event: EventShown;
  onClose: () => void;
  /** Shows everything that happened to the same thing. */
  onSubject: (subjectId: string) => void;
}

/** One event whole: who, when, by what means, and each value before and after. */
export function EventPanel({ event, onClose, onSubject }: EventPanelProps) {
  const { t } = useTranslation();
  const path = usePath();
  const maySeeDocuments = useCan('document.read');
  const people = useQuery({ ...namesQuery(useTenant()), enabled: useCan('member.read') });
  const names = useMemo(() => Object.fromEntries((people.data?.items ?? []).map(({ id, name }) => [id, name])), [people.data]);
  const title = sayCode(t, 'event', event.type, 'audit.what');
  const { subjectId } = event;
  const isDocument = event.type.startsWith('document.') && subjectId !== null;
  return (
    <aside className={styles.panel} aria-label={title}>
      <div className={styles.panelHead}>
        <h2>{title}</h2>
        <Button look="plain" size="small" aria-label={t('shell.verb.close')} onClick={onClose}>
          ×
        </Button>
      </div>
      <p>
        {actorLine(t, event)} · <DateTime value={event.at} precision="second" />
      </p>
      <dl className={styles.facts}>
        <dt>{t('audit.via')}</dt>
        <dd>{sayCode(t, 'audit.viaOf', event.via, 'audit.viaOf.other', { via: event.via })}</dd>
        {event.ip !== null && (
          <>
            <dt>{t('audit.from')}</dt>
            <dd>{event.ip}</dd>
          </>
        )}
        {event.requestId !== null && (
          <>
            <dt>{t('audit.requestId')}</dt>
            <dd className={styles.code}>{event.requestId}</dd>
          </>
        )}
        {subjectId !== null && (
          <>
            <dt>{t('audit.subject')}</dt>
            <dd className={styles.code}>{subjectId}</dd>
          </>
        )}
      </dl>
      <EventDetail payload={event.payload} names={names} documentPath={(id) => path('document', { id })} />
      <div className={styles.deeds}>
        {isDocument && maySeeDocuments && <Link to={path('document', { id: subjectId })}>{t('audit.openDocument')}</Link>}
        {subjectId !== null && (
          <Button size="small" onClick={() => onSubject(subjectId)}>
            {t('audit.allOfIt')}
          </Button>
        )}
      </div>
    </aside>
  );
}
