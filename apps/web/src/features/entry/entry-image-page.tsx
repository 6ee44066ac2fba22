import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router';
import { useTenant } from '../../app/paths.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EntryImage } from './entry-image.tsx';
import { entryQuery } from './entry-queries.ts';
import { layoutOf, pathLabel } from './form-layout.ts';
import { useToldFocus } from './image-channel.ts';

/** The image alone, for a second screen; it follows the field that the desk is at. */
export function EntryImagePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams<'id'>();
  const { data: document, error, refetch } = useQuery(entryQuery(useTenant(), id));
  const focused = useToldFocus(id);
  const kind = document?.kind ?? 'INV';
  const layout = useMemo(() => layoutOf(kind, undefined), [kind]);
  const labelOf = useCallback((path: string) => pathLabel(layout, t, path), [layout, t]);
  if (document === undefined) {
    return error === null ? <Skeleton /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Page title={t(`kind.${document.kind}`)} facts={t('document.draft', { id: document.draftNumber })} padded={false}>
      <EntryImage document={document} focused={focused} labelOf={labelOf} />
    </Page>
  );
}
