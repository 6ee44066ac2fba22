import type { DocumentType } from '@danku/contract/settings.ts';
import type { Kind } from '@danku/domain/documents/kinds.ts';
import { kinds } from '@danku/domain/documents/kinds.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { asProblem } from '../../api/problem-error.ts';
import { usePath, useTenant } from '../../app/paths.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FieldColumns, SelectField, TextField, TickField } from '../../components/field.tsx';
import { useKeys } from '../../components/keys.ts';
import { notify } from '../../components/notices.ts';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ExtraFieldsEditor } from './extra-fields-editor.tsx';
import { NumberingEditor } from './numbering-editor.tsx';
import { RequiredChecks } from './required-checks.tsx';
import { ReviewRulesEditor } from './review-rules-editor.tsx';
import type { TypeBody } from './settings-queries.ts';
import { typesQuery, useSaveType } from './settings-queries.ts';
import { SlaEditor } from './sla-editor.tsx';
import { blankType, bodyOf, faultsOf, retentionClasses } from './type-draft.ts';

/** One document type with all its rules; `new` makes another. */
export function DocumentTypePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const types = useQuery(typesQuery(useTenant()));
  const type = types.data?.items.find((one) => one.id === id) ?? null;
  if (types.isPending) {
    return <Skeleton lines={12} />;
  }
  if (types.isError || (type === null && id !== 'new')) {
    return (
      <Page title={t('settings.type.one')}>
        <ErrorState error={types.error ?? new Error('not-found')} onRetry={() => void types.refetch()} />
      </Page>
    );
  }
  return <Editor key={`${id} ${type?.version}`} type={type} />;
}

function Editor({ type }: { type: DocumentType | null }) {
  const { t } = useTranslation();
  const path = usePath();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>(type?.kind ?? 'INV');
  const [draft, setDraft] = useState<TypeBody>(() =>
    type === null ? { ...blankType('INV'), name: t('kind.INV') } : bodyOf(type),
  );
  const save = useSaveType(kind, type);
  const change = (some: Partial<TypeBody>) => setDraft({ ...draft, ...some });
  const faults = faultsOf(draft);
  const problem = save.isError ? asProblem(save.error) : null;
  const chooseKind = (chosen: Kind) => {
    setKind(chosen);
    setDraft({ ...draft, name: t(`kind.${chosen}`), prefix: chosen, retentionClass: blankType(chosen).retentionClass });
  };
  const send = () =>
    faults.length === 0 &&
    save.mutate(draft, {
      onSuccess: (reply) => {
        notify(t('settings.saved'), { tone: 'ok' });
        void navigate(path('documentType', { id: reply.id }), { replace: true });
      },
    });
  useKeys([{ keys: 'Ctrl+S', label: 'shell.verb.save', run: send }]);
  return (
    <Page
      title={type === null ? t('settings.type.new') : type.name}
      facts={draft.name === t(`kind.${kind}`) ? undefined : <span>{t(`kind.${kind}`)}</span>}
      footer={
        <>
          <span role="status">{problem === null ? '' : t(`problem.${problem.code}`)}</span>
          <Link className={buttonClass()} to={path('documentTypes')}>
            {t('shell.verb.back')}
          </Link>
          <Button look="primary" shortcut="Ctrl+S" disabled={faults.length > 0} loading={save.isPending} onClick={send}>
            {t('shell.verb.save')}
          </Button>
        </>
      }
    >
      <Section title={t('settings.type.basics')}>
        <FieldColumns>
          {type === null && (
            <SelectField
              label={t('settings.type.kind')}
              value={kind}
              onChange={(event) => chooseKind(kinds.find((one) => one === event.currentTarget.value) ?? kind)}
            >
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {t(`kind.${one}`)}
                </option>
              ))}
            </SelectField>
          )}
          <TextField
            label={t('settings.type.name')}
            required
            maxLength={60}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <SelectField
            label={t('settings.type.retention')}
            value={draft.retentionClass}
            onChange={(event) =>
              change({
                retentionClass: retentionClasses.find((one) => one === event.currentTarget.value) ?? draft.retentionClass,
              })
            }
          >
            {retentionClasses.map((one) => (
              <option key={one} value={one}>
                {t(`settings.type.class.${one}`)}
              </option>
            ))}
          </SelectField>
        </FieldColumns>
        <TickField
          label={t('settings.type.active')}
          checked={draft.isActive ?? true}
          onChange={(event) => change({ isActive: event.currentTarget.checked })}
        />
      </Section>
      <NumberingEditor draft={draft} change={change} />
      <ReviewRulesEditor rules={draft.reviewRules} onChange={(reviewRules) => change({ reviewRules })} />
      <SlaEditor minutes={draft.slaMinutes} onChange={(slaMinutes) => change({ slaMinutes })} />
      <ExtraFieldsEditor fields={draft.extraFields ?? []} onChange={(extraFields) => change({ extraFields })} />
      <RequiredChecks chosen={draft.requiredChecks ?? []} onChange={(requiredChecks) => change({ requiredChecks })} />
    </Page>
  );
}
