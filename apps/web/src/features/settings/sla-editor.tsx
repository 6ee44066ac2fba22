import { queueStages } from '@danku/domain/documents/flow.ts';
import { FieldColumns, TextField } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { formatDecimal } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { TypeBody } from './settings-queries.ts';
import { isMinutes } from './type-draft.ts';

type Minutes = TypeBody['slaMinutes'];

/** Working minutes that a document may stay in each stage; nights, weekends and holidays do not count. */
export function SlaEditor({ minutes, onChange }: { minutes: Minutes; onChange: (minutes: Minutes) => void }) {
  const { t, language } = useTranslation();
  return (
    <Section title={t('settings.type.limits')} help={t('settings.type.limitsHelp')}>
      <FieldColumns>
        {queueStages.map((stage) => (
          <TextField
            key={stage}
            label={t(`stage.${stage}`)}
            type="number"
            min={5}
            step={5}
            value={Number.isNaN(minutes[stage]) ? '' : minutes[stage]}
            fault={isMinutes(minutes[stage]) ? null : t('settings.type.limitFault')}
            help={
              isMinutes(minutes[stage])
                ? t('settings.type.workingHours', { hours: formatDecimal(String(Math.round(minutes[stage] / 6) / 10), language) })
                : null
            }
            onChange={(event) => onChange({ ...minutes, [stage]: event.currentTarget.valueAsNumber })}
          />
        ))}
      </FieldColumns>
    </Section>
  );
}
