import type { Document, EventShown } from '@danku/contract/document-shapes.ts';
import { useQuery } from '@tanstack/react-query';
import type { Translate } from '@danku/words/translate.ts';
import { useTenant } from '../../app/paths.ts';
import type { TimelineEntry } from '../../components/timeline.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { actorLine } from '../../components/event-actor.ts';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { eventsQuery } from './review-queries.ts';
import styles from './review.module.css';

/** Reading and taking a document says nothing about it. */
const quiet = new Set([
  'document.viewed',
  'document.claimed',
  'document.released',
  'document.decision-held',
  'document.decision-withdrawn',
  'document.action-refused',
  'file.downloaded',
  'file.previewed',
]);

/** How the document came here, and why it is reviewed this way. */
export function ReviewSide({ document }: { document: Document }) {
  const { t } = useTranslation();
  const { data } = useQuery(eventsQuery(useTenant(), document.id));
  const events = (data?.items ?? []).filter(({ type }) => !quiet.has(type)).toReversed();
  const noTerms = document.isBlind ? t('review.riskHidden') : t('review.noRisk');
  const policy = t(`policy.${document.reviewPolicy}`);
  return (
    <aside className={styles.side} aria-label={t('document.tab.timeline')}>
      <h2>{t('document.tab.timeline')}</h2>
      <Timeline
        label={t('document.tab.timeline')}
        entries={[...events.map((event) => entryOf(event, t)), ...ahead(document, t)]}
      />
      <h2>{t('review.why', { policy })}</h2>
      <p className={styles.score}>
        {document.riskScore}
        <span className="visually-hidden">{t('review.riskTotal')}</span>
      </p>
      {document.riskTerms.length === 0 ? (
        <p className={styles.quiet}>{noTerms}</p>
      ) : (
        <dl className={styles.terms}>
          {document.riskTerms.map(({ code, points }) => (
            <div key={code}>
              <dt>{sayCode(t, 'document.risk.term', code, 'document.section.risk')}</dt>
              <dd>+{points}</dd>
            </div>
          ))}
        </dl>
      )}
    </aside>
  );
}

function entryOf(event: EventShown, t: Translate): TimelineEntry {
  const { id, type, at, payload } = event;
  const detail = [payload['comment'], payload['reason']].find((said): said is string => typeof said === 'string' && said !== '');
  const version = type === 'document.submitted' && typeof payload['version'] === 'number' ? ` v${payload['version']}` : '';
  return {
    id,
    at,
    who: actorLine(t, event),
    title: `${sayCode(t, 'event', type, 'document.diff.changed')}${version}`,
    tone: toneOf(type),
    detail,
  };
}

function toneOf(type: string): TimelineEntry['tone'] {
  return type === 'document.sent-back' || type === 'document.voided' || type === 'document.approval-voided' ? 'bad' : undefined;
}

/** What is still to come, hollow: this review, and the archive after it. */
function ahead(document: Document, t: Translate): TimelineEntry[] {
  const here = {
    id: 'here',
    title: t('review.you'),
    who: document.isBlind ? t('review.otherHidden') : t(`stage.${document.stage}`),
  };
  return [here, { id: 'then', title: t('review.then') }];
}
