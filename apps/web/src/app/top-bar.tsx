import { Menu } from '@mantine/core';
import type { Me } from '@danku/contract/auth.ts';
import type { Language } from '@danku/words/language.ts';
import { languages } from '@danku/words/language.ts';
import { Link } from 'react-router';
import { Button } from '../components/button.tsx';
import { chooseColorScheme, colorSchemes, useColorScheme } from '../components/color-scheme.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { usePath, useTenant } from './paths.ts';
import { Brand } from '../components/brand.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './shell.module.css';

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
      <SearchBox />
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
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button look="plain" size="small" className={styles.wide} aria-label={t('shell.tenant.current', { name: current.name })}>
          {`${current.name} ▾`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.tenant.switch')}</Menu.Label>
        {me.organisations.map((organisation) => (
          <Menu.Item
            key={organisation.slug}
            component="a"
            href={`/t/${organisation.slug}`}
            aria-current={organisation.slug === slug || undefined}
          >
            {organisation.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function UserMenu({ me, onLanguage, onSignOut }: Pick<TopBarProps, 'me' | 'onLanguage' | 'onSignOut'>) {
  const { t, language } = useTranslation();
  const { chosen } = useColorScheme();
  const path = usePath();
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Button look="plain" size="small" aria-label={t('shell.user.menu', { name: me.account.name })}>
          <span className={styles.avatar} aria-hidden>
            {me.account.name.slice(0, 1)}
          </span>
          <span className={styles.wide}>{me.account.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={path('account')}>
          {t('shell.user.account')}
        </Menu.Item>
        <Menu.Label>{t('shell.language.label')}</Menu.Label>
        {languages.map((one) => (
          <Menu.Item key={one} lang={one} rightSection={one === language ? '✓' : null} onClick={() => onLanguage(one)}>
            {t(`shell.language.${one}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('shell.theme.label')}</Menu.Label>
        {colorSchemes.map((scheme) => (
          <Menu.Item key={scheme} rightSection={scheme === chosen ? '✓' : null} onClick={() => chooseColorScheme(scheme)}>
            {t(`shell.theme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onSignOut}>{t('shell.user.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
