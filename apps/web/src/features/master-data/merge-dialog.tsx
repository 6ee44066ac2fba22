import type { Customer } from '@danku/contract/master-data.ts';
import { useState } from 'react';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { notify } from '../../components/notices.ts';
import type { Pick } from '../../components/pick-combobox.tsx';
import { PickCombobox } from '../../components/pick-combobox.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { findCustomers, useMergeCustomer } from './master-data-queries.ts';

/** Two entries of one customer become one; what was entered keeps what it says. */
export function MergeDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation();
  const merge = useMergeCustomer(customer);
  const [text, setText] = useState('');
  const [into, setInto] = useState<Pick | null>(null);
  const send = (intoId: string) =>
    merge.mutate(intoId, {
      onSuccess: () => {
        notify(t('customer.merged'), { tone: 'ok' });
        onClose();
      },
    });
  return (
    <FormDialog
      title={t('customer.mergeTitle', { name: customer.name })}
      onClose={onClose}
      onSubmit={() => into !== null && send(into.id)}
      submit={t('customer.merge')}
      look="danger"
      disabled={into === null}
      loading={merge.isPending}
    >
      <p>{t('customer.mergeHelp')}</p>
      <Field label={t('customer.mergeInto')}>
        {(control) => (
          <PickCombobox
            {...control}
            autoFocus
            value={into?.name ?? text}
            onChange={(typed) => {
              setText(typed);
              setInto(null);
            }}
            search={async (wanted, signal) => (await findCustomers(wanted, signal)).filter(({ id }) => id !== customer.id)}
            onPick={setInto}
          />
        )}
      </Field>
    </FormDialog>
  );
}
