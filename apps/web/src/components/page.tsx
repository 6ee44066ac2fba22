import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './page.module.css';

interface PageProps {
  /** Names the page in its heading and in the browser's tab. */
  title: string;
  /** Beside the title: numbers, badges, time left. */
  facts?: ReactNode;
  /** At the end of the header: buttons, counts. */
  actions?: ReactNode;
  /** The bar at the bottom; its first child goes to the left where there are several. */
  footer?: ReactNode;
  /** Room around the content; off for tables, split panes and viewers that fill the page. */
  padded?: boolean;
  children: ReactNode;
}

/** The frame of every screen inside the shell: header, scrolling body, and a bar of actions. */
export function Page({ title, facts, actions, footer, padded = true, children }: PageProps) {
  return (
    <div className={styles.page}>
      <PageHeader title={title} facts={facts} actions={actions} />
      <div className={`${styles.body} ${padded ? styles.padded : ''}`}>{children}</div>
      {footer !== undefined && <div className={styles.footer}>{footer}</div>}
    </div>
  );
}

function PageHeader({ title, facts, actions }: Pick<PageProps, 'title' | 'facts' | 'actions'>) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t('shell.title', { page: title });
  }, [t, title]);
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      {facts !== undefined && <div className={styles.facts}>{facts}</div>}
      {actions !== undefined && <div className={styles.end}>{actions}</div>}
    </header>
  );
}
