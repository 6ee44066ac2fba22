import type { Document } from '@danku/contract/document-shapes.ts';
import type { DocumentType } from '@danku/contract/settings.ts';
import { useQuery } from '@tanstack/react-query';
import { useTenant } from '../../app/paths.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ContentView } from './content-view.tsx';
import styles from './document-page.module.css';
import { typesQuery } from './documents-queries.ts';

/** Everything that was entered, with what the last reviewer found wrong beside it. */
export function DataTab({ document }: { document: Document }) {
  const { t } = useTranslation();
  const extraFields = useExtraFields(document.typeId);
  if (document.isBlind) {
    return <EmptyState title={t('review.blind.title')} help={t('review.blind.hidden')} />;
  }
  const notes = document.isReturned
    ? Object.fromEntries(
        document.verdicts.map(({ path, errorClass, suggested, comment }) => [
          path,
          [sayCode(t, 'error-class', errorClass, 'error-class.other'), suggested, comment].filter(Boolean).join(' · '),
        ]),
      )
    : {};
  return (
    <div className={styles.sheet}>
      <ContentView
        kind={document.kind}
        fields={document.fields}
        lines={document.lines}
        currency={document.currency}
        extraFields={extraFields}
        notes={notes}
      />
    </div>
  );
}

const none: DocumentType['extraFields'] = [];

/** The fields that the organisation's type adds; none until they are known. */
export function useExtraFields(typeId: string) {
  const { data } = useQuery(typesQuery(useTenant()));
  return data?.items.find(({ id }) => id === typeId)?.extraFields ?? none;
}
