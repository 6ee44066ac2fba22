import { languages } from '@danku/words/language.ts';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Brand } from '../../components/brand.tsx';
import { Button } from '../../components/button.tsx';
import { toggleColorScheme } from '../../components/color-scheme.ts';
import { useKeys } from '../../components/keys.ts';
import { chooseLanguage } from '../../i18n/language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './auth.module.css';

/** The page around the forms before sign-in. No kit here: it must be on the screen at once, on any machine. */
export function Entrance({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  const { t, language } = useTranslation();
  useKeys([{ keys: 't', label: 'shell.keys.theme', group: 'everywhere', run: toggleColorScheme }]);
  useEffect(() => {
    document.title = t('shell.title', { page: title });
  }, [t, title]);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <span className={styles.brand}>
          <Brand />
        </span>
        <span>
          {languages
            .filter((one) => one !== language)
            .map((one) => (
              <Button key={one} look="plain" size="small" lang={one} onClick={() => void chooseLanguage(one)}>
                {t(`shell.language.${one}`)}
              </Button>
            ))}
          <Button look="plain" size="small" aria-label={t('shell.theme.toggle')} onClick={toggleColorScheme}>
            {'◐'}
          </Button>
        </span>
      </header>
      <main className={styles.middle}>
        <h1>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </main>
    </div>
  );
}
