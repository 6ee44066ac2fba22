import type { Me } from '@danku/contract/auth.ts';
import type { Language } from '@danku/words/language.ts';
import { Link } from 'react-router';
import { Button } from '../components/button.tsx';
import { Menu } from '../components/menu.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { useCan } from './me.ts';
import { pathTo, usePath, useTenant } from './paths.ts';
import { Brand } from '../components/brand.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './shell.module.css';
import { UserMenu } from './user-menu.tsx';

interface TopBarProps {
  me: Me;
  isRailOpen: boolean;
  onToggleRail: () => void;
  onLanguage: (language: Language) => void;
  onSignOut: () => void;
  onHelp: () => void;
}

/** Search, the organisation, and what is one's own. */
export function TopBar({ me, isRailOpen, onToggleRail, onLanguage, onSignOut, onHelp }: TopBarProps) {
  const { t } = useTranslation();
  const path = usePath();
  // Searching finds documents; administrators may see none.
  const mayRead = useCan('document.read');
  return (
    <header className={styles.top}>
      <Button
        look="plain"
        size="small"
        aria-expanded={isRailOpen}
        aria-controls="rail"
        aria-label={isRailOpen ? t('shell.navigation.collapse') : t('shell.navigation.expand')}
        onClick={onToggleRail}
      >
        {'☰'}
      </Button>
      <Link to={path('home')} className={styles.brand}>
        <Brand />
      </Link>
      {mayRead && <SearchBox />}
      <span className={styles.space} />
      <Button look="plain" size="small" className={styles.wide} aria-label={t('shell.keys.help')} onClick={onHelp}>
        {'?'}
      </Button>
      <TenantMenu me={me} />
      <UserMenu me={me} onLanguage={onLanguage} onSignOut={onSignOut} />
    </header>
  );
}

/** Another organisation is another page load: nothing of the one before stays in memory. */
function TenantMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const slug = useTenant();
  const current = me.organisations.find((organisation) => organisation.slug === slug);
  if (current === undefined || me.organisations.length < 2) {
    return <span className={styles.wide}>{current?.name}</span>;
  }
  const items = me.organisations
    .filter((organisation) => organisation !== current)
    .map((organisation) => ({ key: organisation.id, label: organisation.name, href: pathTo(organisation.slug, 'home') }));
  return (
    <Menu
      className={styles.wide}
      name={t('shell.tenant.current', { name: current.name })}
      face={`${current.name} ▾`}
      sections={[{ key: 'others', label: t('shell.tenant.switch'), items }]}
    />
  );
}
