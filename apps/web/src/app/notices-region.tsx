import { Button } from '../components/button.tsx';
import type { Notice } from '../components/notices.ts';
import { dismissNotice, useNotices } from '../components/notices.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './notices-region.module.css';

/** What was just said, in the corner and to screen readers. It is always in the page: a live region that comes with its text is not read. */
export function NoticesRegion() {
  const { t } = useTranslation();
  const notices = useNotices();
  return (
    <section className={styles.region} aria-label={t('shell.notices.label')} aria-live="polite">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const act = () => {
    dismissNotice(notice.id);
    notice.action?.run();
  };
  return (
    <div className={styles.notice} style={{ '--tone': notice.tone === 'info' ? 'var(--accent)' : `var(--${notice.tone})` }}>
      <span className={styles.message}>{notice.message}</span>
      {notice.action !== undefined && (
        <Button size="small" onClick={act}>
          {notice.action.label}
        </Button>
      )}
      <Button look="plain" size="small" aria-label={t('shell.verb.dismiss')} onClick={() => dismissNotice(notice.id)}>
        ×
      </Button>
    </div>
  );
}
