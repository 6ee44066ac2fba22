import { Link } from 'react-router';
import { useTranslation } from '../i18n/use-translation.ts';
import { DiffTable } from './diff-table.tsx';
import styles from './event-detail.module.css';
import type { Payload } from './event-facts.ts';
import { changesOf, factsOf, verdictsOf } from './event-facts.ts';

interface EventDetailProps {
  payload: Payload;
  /** The address of a document by its id. */
  documentPath: (id: string) => string;
  /** Names of extra fields by their keys, and of people by their ids. */
  names?: Readonly<Record<string, string>>;
}

const noNames: Readonly<Record<string, string>> = {};
/** The parts of payloads that name another document. */
const documentIds = ['successorId', 'otherId', 'amendsId', 'documentId'] as const;

/** Everything an event says, readable: what moved, what was found, and each value before and after. */
export function EventDetail({ payload, documentPath, names = noNames }: EventDetailProps) {
  const { t, language } = useTranslation();
  const facts = factsOf(payload, { t, language, names });
  const changes = changesOf(payload, t, names);
  const verdicts = verdictsOf(payload, t);
  const documents = documentIds.flatMap((key) => (typeof payload[key] === 'string' ? [payload[key]] : []));
  return (
    <div className={styles.detail}>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map((fact) => (
            <div key={fact.key}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {verdicts.length > 0 && (
        <ul className={styles.verdicts}>
          {verdicts.map((verdict) => (
            <li key={verdict}>{verdict}</li>
          ))}
        </ul>
      )}
      {changes.length > 0 && <DiffTable label={t('audit.detail')} differences={changes} />}
      {documents.map((id) => (
        <Link key={id} to={documentPath(id)}>
          {t('event.detail.openDocument')}
        </Link>
      ))}
    </div>
  );
}

/** Whether there is anything to unfold. */
export function hasDetail(payload: Payload): boolean {
  return Object.values(payload).some((value) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0));
}
