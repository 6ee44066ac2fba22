import type { EventShown } from '@danku/contract/document-shapes.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { actorLine } from '../../components/event-actor.ts';
import { EventDetail, hasDetail } from '../../components/event-detail.tsx';
import { TickField } from '../../components/field.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import type { TimelineEntry } from '../../components/timeline.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './document-page.module.css';
import { eventsQuery } from './documents-queries.ts';

/** Events that change nothing; they would hide what happened. */
const quietTypes: readonly string[] = ['document.viewed', 'document.claimed', 'document.released', 'file.downloaded'];

const tones: Readonly<Record<string, TimelineEntry['tone']>> = {
  'document.approved': 'ok',
  'document.archived': 'ok',
  'document.adjudicated': 'ok',
  'document.sent-back': 'bad',
  'document.voided': 'bad',
  'document.action-refused': 'bad',
  'document.withdrawn': 'warn',
  'document.asked': 'warn',
  'document.transferred': 'info',
};

/** Everything that ever happened to the document, newest first, with each value before and after. */
export function TimelineTab({ id, names }: { id: string; names: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  const path = usePath();
  const [showsQuiet, setShowsQuiet] = useState(false);
  const events = useInfiniteQuery(eventsQuery(useTenant(), id));
  if (events.isPending) {
    return <Skeleton lines={10} />;
  }
  if (events.isError) {
    return <ErrorState error={events.error} onRetry={() => void events.refetch()} />;
  }
  const all = events.data.pages.flatMap((page) => page.items);
  const shown = showsQuiet ? all : all.filter(({ type }) => !quietTypes.includes(type));
  const entryOf = (event: EventShown): TimelineEntry => ({
    id: event.id,
    title: sayCode(t, 'event', event.type, 'event.document.edited'),
    who: [actorLine(t, event), event.ip].filter(Boolean).join(' · '),
    at: event.at,
    tone: tones[event.type],
    detail: hasDetail(event.payload) ? (
      <EventDetail payload={event.payload} names={names} documentPath={(other) => path('document', { id: other })} />
    ) : undefined,
  });
  return (
    <div className={styles.sheet}>
      <div className={styles.quietSwitch}>
        <TickField
          label={t('document.timeline.showViews')}
          checked={showsQuiet}
          onChange={(event) => setShowsQuiet(event.currentTarget.checked)}
        />
      </div>
      <Timeline label={t('document.tab.timeline')} entries={shown.map(entryOf)} />
      {events.hasNextPage && (
        <Button loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
          {t('shell.verb.more')}
        </Button>
      )}
    </div>
  );
}
