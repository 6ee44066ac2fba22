import type { FormEvent } from 'react';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { useKeys } from '../components/keys.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { usePath } from './paths.ts';
import styles from './shell.module.css';

/** Search from anywhere; what is found is the list of documents, so that the search has an address. */
export function SearchBox() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const path = usePath();
  useKeys([{ keys: '/', label: 'shell.keys.search', group: 'everywhere', run: () => input.current?.select() }]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const text = input.current?.value.trim() ?? '';
    if (text !== '') {
      void navigate(`${path('documents')}?q=${encodeURIComponent(text)}`);
    }
  };
  return (
    <search className={styles.search}>
      <form onSubmit={search}>
        <input
          ref={input}
          type="search"
          name="q"
          autoComplete="off"
          aria-label={t('shell.search.label')}
          placeholder={t('shell.search.placeholder')}
        />
        <kbd aria-hidden>/</kbd>
      </form>
    </search>
  );
}
