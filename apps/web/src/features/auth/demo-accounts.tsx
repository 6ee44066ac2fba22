import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './auth.module.css';

const people = [
  ['clerk', 'clerk'],
  ['reviewer', 'reviewer'],
  ['archivist', 'archivist'],
  ['manager', 'manager'],
  ['sales', 'sales'],
  ['auditor', 'auditor'],
  ['system', 'system-admin'],
  ['security', 'security-admin'],
  ['audit', 'audit-admin'],
] as const;
const organisations = ['huaxin', 'yuanhang'] as const;
/** Printed at start and made in demo mode only. */
const password = 'danku-demo-2026';

/** Fills the form with one of the accounts that demo mode makes, so that a visitor can look around in every role. */
export function DemoAccounts({ onPick }: { onPick: (account: { email: string; password: string }) => void }) {
  const { t } = useTranslation();
  const [organisation, setOrganisation] = useState<(typeof organisations)[number]>('huaxin');
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={styles.demoTitle}>
        {t('auth.signIn.demo')}
        {organisations.map((one) => (
          <Button key={one} look="plain" size="small" aria-pressed={one === organisation} onClick={() => setOrganisation(one)}>
            {t(`auth.demo.${one}`)}
          </Button>
        ))}
      </h2>
      <ul>
        {people.map(([name, role]) => (
          <li key={name}>
            <Button size="small" onClick={() => onPick({ email: `${name}@${organisation}.example`, password })}>
              {t(`role.${role}`)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
