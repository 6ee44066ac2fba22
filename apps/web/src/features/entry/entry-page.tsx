import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useTenant } from '../../app/paths.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { EntryDesk } from './entry-desk.tsx';
import { entryQuery, localDraftQuery, typesQuery } from './entry-queries.ts';
import { layoutOf } from './form-layout.ts';
import { NewDocumentPage } from './new-document-page.tsx';

/** `/entry/:id` is the desk of one document; `/entry/new` chooses what is to be entered. */
export function EntryPage() {
  const { id = '' } = useParams<'id'>();
  return id === 'new' ? <NewDocumentPage /> : <Desk key={id} id={id} />;
}

function Desk({ id }: { id: string }) {
  const tenant = useTenant();
  const { data: document, error, refetch } = useQuery(entryQuery(tenant, id));
  const { data: types, error: typesError, refetch: refetchTypes } = useQuery(typesQuery(tenant));
  const { data: kept } = useQuery(localDraftQuery(tenant, id));
  const [kind, typeId] = [document?.kind, document?.typeId];
  const layout = useMemo(
    () =>
      kind === undefined || types === undefined
        ? null
        : layoutOf(
            kind,
            types.items.find((type) => type.id === typeId),
          ),
    [kind, typeId, types],
  );
  if (document !== undefined && layout !== null && kept !== undefined) {
    return <EntryDesk document={document} layout={layout} kept={kept} />;
  }
  const fault = error ?? typesError;
  return fault === null ? (
    <Skeleton lines={10} />
  ) : (
    <ErrorState error={fault} onRetry={() => void (error === null ? refetchTypes() : refetch())} />
  );
}
