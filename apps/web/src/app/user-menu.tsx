import type { Me } from '@danku/contract/auth.ts';
import type { Language } from '@danku/words/language.ts';
import { languages } from '@danku/words/language.ts';
import { useNavigate } from 'react-router';
import { chooseColorScheme, colorSchemes, useColorScheme } from '../components/color-scheme.ts';
import type { MenuSection } from '../components/menu.tsx';
import { Menu } from '../components/menu.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { usePath } from './paths.ts';
import styles from './shell.module.css';

interface UserMenuProps {
  me: Me;
  onLanguage: (language: Language) => void;
  onSignOut: () => void;
}

/** What is one's own: account, language, appearance, and the way out. */
export function UserMenu({ me, onLanguage, onSignOut }: UserMenuProps) {
  const { t, language } = useTranslation();
  const { chosen } = useColorScheme();
  const navigate = useNavigate();
  const path = usePath();
  const { name } = me.account;
  const sections: MenuSection[] = [
    {
      key: 'account',
      items: [{ key: 'account', label: t('shell.user.account'), onSelect: () => void navigate(path('account')) }],
    },
    {
      key: 'language',
      label: t('shell.language.label'),
      items: languages.map((one) => ({
        key: one,
        label: t(`shell.language.${one}`),
        lang: one,
        checked: one === language,
        onSelect: () => onLanguage(one),
      })),
    },
    {
      key: 'theme',
      label: t('shell.theme.label'),
      items: colorSchemes.map((one) => ({
        key: one,
        label: t(`shell.theme.${one}`),
        checked: one === chosen,
        onSelect: () => chooseColorScheme(one),
      })),
    },
    { key: 'out', items: [{ key: 'out', label: t('shell.user.signOut'), onSelect: onSignOut }] },
  ];
  const face = (
    <>
      <span className={styles.avatar} aria-hidden data-letter={name.slice(0, 1)} />
      <span className={styles.wide}>{name}</span>
    </>
  );
  return <Menu name={t('shell.user.menu', { name })} face={face} sections={sections} />;
}
