import { NavLink } from 'react-router';
import { useTranslation } from '../i18n/use-translation.ts';
import type { NavigationGroup, NavigationItem } from './navigation.ts';
import { usePath } from './paths.ts';
import { screens } from './screens.ts';
import styles from './shell.module.css';
import type { Counts } from './use-counts.ts';

/** The places of an organisation, as words with the numbers that matter. */
export function SideRail({ groups, counts, onGo }: { groups: readonly NavigationGroup[]; counts: Counts; onGo: () => void }) {
  const { t } = useTranslation();
  return (
    <nav id="rail" className={styles.rail} aria-label={t('shell.navigation.label')}>
      {groups.map((group) => (
        <section key={group.label} aria-label={t(group.label)}>
          <h2>{t(group.label)}</h2>
          {group.items.map((item) => (
            <RailLink
              key={item.place}
              item={item}
              count={item.counts === undefined ? undefined : counts[item.counts]}
              onGo={onGo}
            />
          ))}
        </section>
      ))}
    </nav>
  );
}

function RailLink({ item, count, onGo }: { item: NavigationItem; count: number | undefined; onGo: () => void }) {
  const { t } = useTranslation();
  const path = usePath();
  const preload = screens[item.place]?.preload;
  return (
    <NavLink
      className={styles.item}
      to={path(item.place)}
      end={item.place === 'home'}
      onClick={onGo}
      onPointerEnter={preload}
      onFocus={preload}
    >
      {t(item.label)}
      {count !== undefined && count > 0 && <span className={styles.count}>{count > 999 ? '999+' : count}</span>}
    </NavLink>
  );
}
