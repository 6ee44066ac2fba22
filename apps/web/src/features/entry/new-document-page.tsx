import type { Kind } from '@danku/domain/documents/kinds.ts';
import { kinds } from '@danku/domain/documents/kinds.ts';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { typesQuery, useCreate } from './entry-queries.ts';
import styles from './new-document.module.css';

/** Chooses the kind of a new draft, and its type where there are several. Arrows move, Enter begins. */
export function NewDocumentPage() {
  const { t } = useTranslation();
  const path = usePath();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const types = useQuery(typesQuery(useTenant())).data?.items.filter(({ isActive }) => isActive) ?? [];
  const create = useCreate();
  const kind = kinds.find((one) => one === search.get('kind')) ?? 'INV';
  const inboxItemId = search.get('inboxItem');
  const ofKind = types.filter((type) => type.kind === kind);
  const typeId = ofKind.find(({ id }) => id === search.get('type'))?.id ?? ofKind[0]?.id;
  const choose = (name: string, value: string) =>
    setSearch(
      (now) => {
        now.set(name, value);
        return now;
      },
      { replace: true },
    );
  const begin = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      { kind, ...(typeId === undefined ? {} : { typeId }), ...(inboxItemId === null ? {} : { inboxItemId }) },
      { onSuccess: ({ id }) => void navigate(path('entry', { id }), { replace: true }) },
    );
  };
  return (
    <Page title={t('entry.choose.title')} facts={inboxItemId === null ? undefined : t('entry.choose.fromInbox')}>
      <form className={styles.form} onSubmit={begin}>
        <fieldset className={styles.kinds}>
          <legend>{t('entry.choose.kind')}</legend>
          {kinds.map((one) => (
            <KindChoice key={one} kind={one} isChosen={one === kind} onChoose={() => choose('kind', one)} />
          ))}
        </fieldset>
        {ofKind.length > 1 && (
          <label className={styles.type}>
            {t('entry.choose.type')}
            <select value={typeId} onChange={(event) => choose('type', event.currentTarget.value)}>
              {ofKind.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <Button type="submit" look="primary" shortcut="↵" loading={create.isPending}>
          {t('entry.choose.create')}
        </Button>
      </form>
    </Page>
  );
}

function KindChoice({ kind, isChosen, onChoose }: { kind: Kind; isChosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  return (
    <label className={styles.kind} data-chosen={isChosen}>
      <input type="radio" name="kind" value={kind} checked={isChosen} autoFocus={isChosen} onChange={onChoose} />
      {t(`kind.${kind}`)}
      <span className={styles.code}>{kind}</span>
    </label>
  );
}
