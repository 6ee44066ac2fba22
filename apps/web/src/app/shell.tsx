import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ErrorState } from '../components/error-state.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import type { Me } from '@danku/contract/auth.ts';
import { KeyHelp } from './key-help.tsx';
import type { Member } from './me.ts';
import { meQuery, useSignOut, useSwitchLanguage } from './me.ts';
import { navigationFor } from './navigation.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { OfflineLine } from './offline-line.tsx';
import { useRememberOrganisation } from './organisations-page.tsx';
import { useTenant } from './paths.ts';
import { ScreenRoutes } from './screen-routes.tsx';
import { screens } from './screens.ts';
import styles from './shell.module.css';
import { SideRail } from './side-rail.tsx';
import { TopBar } from './top-bar.tsx';
import { useCounts } from './use-counts.ts';
import { useDensity } from './use-density.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { useGlobalKeys } from './use-global-keys.ts';
import { useRail } from './use-rail.ts';
import { WithData } from './with-data.tsx';

/** Everything inside an organisation: the data, the frame, and the routes of its screens. */
export function Shell() {
  return (
    <WithData>
      <Gate />
    </WithData>
  );
}

function Gate() {
  const tenant = useTenant();
  const me = useQuery(meQuery(tenant));
  useRememberOrganisation(tenant);
  if (me.isPending) {
    return <Skeleton />;
  }
  if (me.isError || me.data.member === null) {
    return <main>{me.isError ? <ErrorState error={me.error} onRetry={() => void me.refetch()} /> : <NotFoundPage />}</main>;
  }
  return <Frame me={me.data} member={me.data.member} />;
}

function Frame({ me, member }: { me: Me; member: Member }) {
  const { t } = useTranslation();
  const rail = useRail();
  const counts = useCounts();
  const signOut = useSignOut();
  const switchLanguage = useSwitchLanguage();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openHelp = () => setHelpOpen(true);
  const main = useRef<HTMLElement>(null);
  useFocusKept(main);
  useDensity(me.account.preferences.density, member.roles);
  useGlobalKeys(member.grants, openHelp);
  return (
    <div className={`${styles.shell} ${rail.isOpen ? '' : styles.collapsed}`}>
      <a className={styles.skip} href="#main">
        {t('shell.skipToContent')}
      </a>
      <TopBar
        me={me}
        isRailOpen={rail.isOpen}
        onToggleRail={rail.toggle}
        onLanguage={switchLanguage}
        onSignOut={signOut}
        onHelp={openHelp}
      />
      <OfflineLine />
      <SideRail
        groups={navigationFor(member.grants, (place) => screens[place] !== undefined)}
        counts={counts}
        onGo={rail.closeOnPhone}
      />
      <main ref={main} id="main" className={styles.main} tabIndex={-1}>
        <ScreenRoutes grants={member.grants} />
      </main>
      {isHelpOpen && <KeyHelp onClose={() => setHelpOpen(false)} />}
    </div>
  );
}
