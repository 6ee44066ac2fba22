import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';

const second = 1000;
const ending = 60 * second;

/** How long the document is still held: "9:12", counting down; loud in its last minute. */
export function LeaseClock({ until }: { until: string }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), second);
    return () => clearInterval(timer);
  }, []);
  const left = new Date(until).getTime() - now;
  if (left <= 0) {
    return <span style={{ color: 'var(--bad)' }}>{t('entry.leaseLost')}</span>;
  }
  const time = `${Math.floor(left / ending)}:${String(Math.floor((left % ending) / second)).padStart(2, '0')}`;
  return <span style={{ color: left < ending ? 'var(--bad)' : undefined }}>{t('entry.lease', { time })}</span>;
}
