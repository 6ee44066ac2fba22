import type { Member } from '@danku/contract/people.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTenant } from '../../app/paths.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { notify } from '../../components/notices.ts';
import type { Pick } from '../../components/pick-combobox.tsx';
import { PickCombobox } from '../../components/pick-combobox.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './people.module.css';
import { findColleagues, holdingsQuery, useDeactivate } from './people-queries.ts';

/** Before someone's access ends: what they hold, and to whom it goes. Left open, it goes back to the queues. */
export function DeactivateDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation();
  const holdings = useQuery(holdingsQuery(useTenant(), member.id));
  const deactivate = useDeactivate(member);
  const [text, setText] = useState('');
  const [heir, setHeir] = useState<Pick | null>(null);
  const items = holdings.data?.items ?? [];
  const isUnclear = text.trim() !== '' && heir === null;
  const end = () =>
    deactivate.mutate(heir?.id ?? null, {
      onSuccess: () => {
        notify(t('people.deactivatedNow', { name: member.name }), { tone: 'ok' });
        onClose();
      },
    });
  return (
    <FormDialog
      title={t('people.deactivateTitle', { name: member.name })}
      size="lg"
      onClose={onClose}
      onSubmit={end}
      submit={t('people.deactivate')}
      look="danger"
      disabled={holdings.data === undefined || isUnclear}
      loading={deactivate.isPending}
    >
      <p>{t('people.deactivateHelp')}</p>
      {holdings.isPending && <Skeleton lines={3} />}
      {holdings.isError && <ErrorState error={holdings.error} onRetry={() => void holdings.refetch()} />}
      {holdings.data !== undefined && items.length === 0 && <p>{t('people.holdsNothing')}</p>}
      {items.length > 0 && (
        <>
          <ul className={styles.holdings} aria-label={t('people.holds')}>
            {items.map(({ documentId, label, kind, holding }) => (
              <li key={`${documentId} ${holding}`}>
                <span>{sayCode(t, 'kind', kind, 'document.one')}</span>
                <span className={styles.code}>{label}</span>
                <span className={styles.quiet}>{t(`people.holding.${holding}`)}</span>
              </li>
            ))}
          </ul>
          <Field label={t('people.reassign')} help={t('people.reassignHelp')} fault={isUnclear ? t('people.pickFromList') : null}>
            {(control) => (
              <PickCombobox
                {...control}
                value={heir?.name ?? text}
                onChange={(typed) => {
                  setText(typed);
                  setHeir(null);
                }}
                search={async (wanted, signal) => (await findColleagues(wanted, signal)).filter(({ id }) => id !== member.id)}
                onPick={setHeir}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  );
}
