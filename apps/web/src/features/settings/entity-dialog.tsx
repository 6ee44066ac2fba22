import type { LegalEntity } from '@danku/contract/master-data.ts';
import { useState } from 'react';
import { asProblem } from '../../api/problem-error.ts';
import { FieldColumns, TextField, TickField } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { notify } from '../../components/notices.ts';
import { isTaxIdAcceptable, TaxIdField } from '../../components/tax-id-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { EntityBody } from './settings-queries.ts';
import { useSaveEntity } from './settings-queries.ts';

const blank: EntityBody = { name: '', taxId: '', address: null, bankName: null, bankAccount: null, isActive: true };

/** A legal entity of our own. Its tax id must be a true credit code. */
export function EntityDialog({ entity, onClose }: { entity: LegalEntity | null; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveEntity(entity);
  const [draft, setDraft] = useState<EntityBody>(() => (entity === null ? blank : bodyOf(entity)));
  const change = (some: Partial<EntityBody>) => setDraft({ ...draft, ...some });
  const problem = save.isError ? asProblem(save.error) : null;
  const send = () =>
    save.mutate(draft, {
      onSuccess: () => {
        notify(t('settings.saved'), { tone: 'ok' });
        onClose();
      },
    });
  const text = (key: 'address' | 'bankName' | 'bankAccount', maxLength: number) => (
    <TextField
      label={t(`settings.${key}`)}
      maxLength={maxLength}
      value={draft[key] ?? ''}
      onChange={(event) => change({ [key]: event.currentTarget.value || null })}
    />
  );
  return (
    <FormDialog
      title={entity === null ? t('settings.entityNew') : entity.name}
      size="lg"
      onClose={onClose}
      onSubmit={send}
      submit={t('shell.verb.save')}
      disabled={draft.name.trim() === '' || !isTaxIdAcceptable(draft.taxId, false)}
      loading={save.isPending}
    >
      <FieldColumns>
        <TextField
          label={t('settings.type.name')}
          required
          autoFocus
          maxLength={120}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TaxIdField
          label={t('settings.taxId')}
          required
          value={draft.taxId}
          fault={problem === null ? null : t(`problem.${problem.code}`)}
          onChange={(taxId) => change({ taxId })}
        />
        {text('address', 200)}
        {text('bankName', 120)}
        {text('bankAccount', 60)}
      </FieldColumns>
      <TickField
        label={t('settings.entityActive')}
        checked={draft.isActive ?? true}
        onChange={(event) => change({ isActive: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}

function bodyOf({ id: _id, version: _version, ...body }: LegalEntity): EntityBody {
  return body;
}
