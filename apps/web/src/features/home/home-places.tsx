import type { Grants, Permission } from '@danku/domain/access/permissions.ts';
import type { WordKey } from '@danku/words/keys.ts';
import { Link } from 'react-router';
import type { Place } from '../../app/paths.ts';
import { usePath } from '../../app/paths.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './home.module.css';

interface Entry {
  place: Place;
  label: WordKey;
  help: WordKey;
  /** Any of these opens it; nobody else is shown it. */
  needs?: readonly Permission[];
}

const entries: readonly Entry[] = [
  { place: 'documents', label: 'shell.navigation.documents', help: 'home.place.documents', needs: ['document.read'] },
  { place: 'audit', label: 'shell.navigation.audit', help: 'home.place.audit', needs: ['audit.read'] },
  { place: 'registers', label: 'shell.navigation.registers', help: 'home.place.registers', needs: ['register.read'] },
  {
    place: 'people',
    label: 'shell.navigation.people',
    help: 'home.place.people',
    needs: ['account.manage', 'role.manage', 'session.manage'],
  },
  { place: 'roles', label: 'shell.navigation.roles', help: 'home.place.roles', needs: ['role.manage'] },
  { place: 'documentTypes', label: 'shell.navigation.documentTypes', help: 'home.place.documentTypes', needs: ['type.manage'] },
  { place: 'entities', label: 'shell.navigation.entities', help: 'home.place.entities', needs: ['settings.manage'] },
  { place: 'settings', label: 'shell.navigation.settings', help: 'home.place.settings', needs: ['settings.manage'] },
  { place: 'customers', label: 'shell.navigation.customers', help: 'home.place.customers', needs: ['customer.manage'] },
  { place: 'account', label: 'shell.navigation.account', help: 'home.place.account' },
];

/** Where this person can go from here, with a word on each. */
export function HomePlaces({ grants }: { grants: Grants }) {
  const { t } = useTranslation();
  const path = usePath();
  const open = entries.filter(({ needs }) => needs === undefined || needs.some((need) => grants[need] !== undefined));
  return (
    <nav aria-label={t('home.goTo')}>
      <h2>{t('home.goTo')}</h2>
      <ul className={styles.places}>
        {open.map(({ place, label, help }) => (
          <li key={place}>
            <Link to={path(place)}>{t(label)}</Link>
            <span className={styles.quiet}>{t(help)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
