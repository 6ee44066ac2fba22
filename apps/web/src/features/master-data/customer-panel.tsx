import type { Customer } from '@danku/contract/master-data.ts';
import { normaliseCreditCode } from '@danku/domain/identity/credit-code.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { asProblem } from '../../api/problem-error.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button } from '../../components/button.tsx';
import { Field, SelectField, TextField, TickField } from '../../components/field.tsx';
import { notify } from '../../components/notices.ts';
import { PickCombobox } from '../../components/pick-combobox.tsx';
import { isTaxIdAcceptable, TaxIdField } from '../../components/tax-id-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './master-data.module.css';
import type { CustomerBody } from './master-data-queries.ts';
import { findMembers, groupsQuery, useSaveCustomer } from './master-data-queries.ts';
import { MasterPanel } from './master-frame.tsx';
import { MergeDialog } from './merge-dialog.tsx';

interface CustomerPanelProps {
  customer: Customer | null;
  mayChange: boolean;
  onClose: () => void;
  onSaved: (id: string) => void;
}

const blank: CustomerBody = { code: '', name: '' };
const texts = [
  ['contactName', 60],
  ['phone', 40],
  ['email', 120],
  ['address', 200],
  ['bankName', 120],
  ['bankAccount', 60],
] as const;

/** One customer to read, change or make. Documents keep the data they were entered with. */
export function CustomerPanel({ customer, mayChange, onClose, onSaved }: CustomerPanelProps) {
  const { t } = useTranslation();
  const path = usePath();
  const save = useSaveCustomer(customer);
  const [draft, setDraft] = useState<CustomerBody>(() => (customer === null ? blank : bodyOf(customer)));
  const [isMerging, setMerging] = useState(false);
  const change = (some: Partial<CustomerBody>) => setDraft({ ...draft, ...some });
  const problem = save.isError ? asProblem(save.error) : null;
  const isMerged = customer !== null && customer.mergedIntoId !== null;
  const canSave =
    mayChange && !isMerged && draft.name.trim() !== '' && draft.code.trim() !== '' && isTaxIdAcceptable(draft.taxId ?? '', true);
  const faultOf = (key: string) =>
    problem?.errors.some(({ path: at }) => at === `/${key}`) === true ? t('problem.invalid') : null;
  const send = () =>
    save.mutate(
      { ...draft, taxId: draft.taxId ? normaliseCreditCode(draft.taxId) : null },
      {
        onSuccess: ({ id }) => {
          notify(t('customer.saved'), { tone: 'ok' });
          onSaved(id);
        },
      },
    );
  return (
    <MasterPanel title={customer?.name ?? t('customer.new')} onClose={onClose}>
      {isMerged && <Link to={path('customer', { id: customer.mergedIntoId ?? '' })}>{t('customer.mergedInto')}</Link>}
      {customer !== null && (
        <Link to={`${path('documents')}?customerId=${customer.id}&customer=${encodeURIComponent(customer.name)}`}>
          {t('customer.documents')}
        </Link>
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) {
            send();
          }
        }}
      >
        <fieldset className={styles.plain} disabled={!mayChange || isMerged}>
          <TextField
            label={t('customer.number')}
            required
            maxLength={40}
            value={draft.code}
            fault={problem?.code === 'already-exists' ? t('problem.already-exists') : faultOf('code')}
            onChange={(event) => change({ code: event.currentTarget.value })}
          />
          <TextField
            label={t('customer.name')}
            required
            maxLength={120}
            value={draft.name}
            fault={faultOf('name')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TaxIdField
            label={t('customer.taxId')}
            allowsOthers
            value={draft.taxId ?? ''}
            fault={faultOf('taxId')}
            onChange={(taxId) => change({ taxId })}
          />
          <GroupField value={draft.groupId ?? null} onChange={(groupId) => change({ groupId })} />
          <OwnerField name={customer?.owner?.name ?? ''} onChange={(ownerId) => change({ ownerId })} />
          {texts.map(([key, maxLength]) => (
            <TextField
              key={key}
              label={t(`customer.${key}`)}
              maxLength={maxLength}
              value={draft[key] ?? ''}
              fault={faultOf(key)}
              onChange={(event) => change({ [key]: event.currentTarget.value || null })}
            />
          ))}
          <TickField
            label={t('people.active')}
            checked={draft.isActive ?? true}
            onChange={(event) => change({ isActive: event.currentTarget.checked })}
          />
        </fieldset>
        {mayChange && !isMerged && (
          <div className={styles.buttons}>
            {customer !== null && <Button onClick={() => setMerging(true)}>{t('customer.merge')}</Button>}
            <Button type="submit" look="primary" disabled={!canSave} loading={save.isPending}>
              {t('shell.verb.save')}
            </Button>
          </div>
        )}
      </form>
      {isMerging && customer !== null && <MergeDialog customer={customer} onClose={() => setMerging(false)} />}
    </MasterPanel>
  );
}

function GroupField({ value, onChange }: { value: string | null; onChange: (groupId: string | null) => void }) {
  const { t } = useTranslation();
  const groups = useQuery(groupsQuery(useTenant()));
  return (
    <SelectField
      label={t('customer.group')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    >
      <option value="">{t('shell.unit.none')}</option>
      {groups.data?.items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** The salesperson whose customer this is; blank takes the owner away. */
function OwnerField({ name, onChange }: { name: string; onChange: (ownerId: string | null) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(name);
  const [isPicked, setPicked] = useState(true);
  return (
    <Field label={t('customer.owner')} fault={isPicked || text === '' ? null : t('people.pickFromList')}>
      {(control) => (
        <PickCombobox
          {...control}
          value={text}
          onChange={(typed) => {
            setText(typed);
            setPicked(false);
            onChange(null);
          }}
          search={findMembers}
          onPick={(member) => {
            setText(member.name);
            setPicked(true);
            onChange(member.id);
          }}
        />
      )}
    </Field>
  );
}

function bodyOf({
  id: _id,
  version: _version,
  group,
  owner,
  createdAt: _createdAt,
  mergedIntoId: _mergedIntoId,
  ...body
}: Customer): CustomerBody {
  return { ...body, groupId: group?.id ?? null, ownerId: owner?.id ?? null };
}
