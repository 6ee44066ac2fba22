import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorState } from '../components/error-state.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { meQuery } from './me.ts';
import { pathTo } from './paths.ts';
import { WithData } from './with-data.tsx';

const storageKey = 'danku.organisation';

/** The address without an organisation: leads to the one used last, or the first. */
export function OrganisationsPage() {
  return (
    <WithData>
      <FirstOrganisation />
    </WithData>
  );
}

function FirstOrganisation() {
  const { t } = useTranslation();
  const me = useQuery(meQuery(''));
  if (me.isPending) {
    return <Skeleton />;
  }
  if (me.isError) {
    return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  }
  const { organisations } = me.data;
  const last = localStorage.getItem(storageKey);
  const target = organisations.find(({ slug }) => slug === last) ?? organisations[0];
  if (target === undefined) {
    return <EmptyState title={t('shell.tenant.none')} help={t('shell.tenant.noneHelp')} />;
  }
  return <Navigate replace to={pathTo(target.slug, 'home')} />;
}

/** Remembers where the person works, for the next time they come without an address. */
export function useRememberOrganisation(slug: string): void {
  useEffect(() => localStorage.setItem(storageKey, slug), [slug]);
}
