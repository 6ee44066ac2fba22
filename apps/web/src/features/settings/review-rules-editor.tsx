import { reviewPolicies } from '@danku/domain/documents/flow.ts';
import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { TypeBody } from './settings-queries.ts';
import styles from './settings.module.css';
import { isWrongAmount } from './type-draft.ts';

type Rules = TypeBody['reviewRules'];
type Rule = Rules[number];

/** From top to bottom, the first rule that fits decides; the last has no bounds, so that every document fits one. */
export function ReviewRulesEditor({ rules, onChange }: { rules: Rules; onChange: (rules: Rules) => void }) {
  const { t } = useTranslation();
  const put = (index: number, some: Partial<Rule>) =>
    onChange(rules.map((rule, at) => (at === index ? { ...rule, ...some } : rule)));
  const swap = (index: number) => {
    const [rule, next] = [rules[index], rules[index + 1]];
    if (rule !== undefined && next !== undefined) {
      onChange(rules.toSpliced(index, 2, next, rule));
    }
  };
  return (
    <Section
      title={t('settings.type.rules')}
      help={t('settings.type.rulesHelp')}
      actions={
        <Button
          size="small"
          disabled={rules.length >= 20}
          onClick={() => onChange([{ fromGross: null, fromRisk: null, policy: 'dual-sequence' }, ...rules])}
        >
          {t('settings.type.addRule')}
        </Button>
      }
    >
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{t('settings.type.threshold')}</th>
            <th scope="col">{t('settings.type.fromRisk')}</th>
            <th scope="col">{t('settings.type.policy')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('settings.type.order')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, index) => (
            <RuleRow
              key={index}
              rule={rule}
              name={t('settings.type.ruleNumber', { number: index + 1 })}
              onChange={(some) => put(index, some)}
              onDown={index < rules.length - 1 ? () => swap(index) : undefined}
              onRemove={rules.length > 1 ? () => onChange(rules.toSpliced(index, 1)) : undefined}
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

interface RuleRowProps {
  rule: Rule;
  name: string;
  onChange: (some: Partial<Rule>) => void;
  onDown: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}

function RuleRow({ rule, name, onChange, onDown, onRemove }: RuleRowProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <td>
        <input
          className={styles.cell}
          inputMode="decimal"
          aria-label={`${name} ${t('settings.type.threshold')}`}
          aria-invalid={isWrongAmount(rule.fromGross ?? null) || undefined}
          placeholder={t('settings.type.any')}
          value={rule.fromGross ?? ''}
          onChange={(event) => onChange({ fromGross: event.currentTarget.value.trim() || null })}
        />
      </td>
      <td>
        <input
          className={styles.cell}
          type="number"
          min={0}
          max={200}
          aria-label={`${name} ${t('settings.type.fromRisk')}`}
          placeholder={t('settings.type.any')}
          value={rule.fromRisk ?? ''}
          onChange={(event) =>
            onChange({ fromRisk: event.currentTarget.value === '' ? null : Math.trunc(event.currentTarget.valueAsNumber) })
          }
        />
      </td>
      <td>
        <select
          className={styles.cell}
          aria-label={`${name} ${t('settings.type.policy')}`}
          value={rule.policy}
          onChange={(event) =>
            onChange({ policy: reviewPolicies.find((one) => one === event.currentTarget.value) ?? rule.policy })
          }
        >
          {reviewPolicies.map((policy) => (
            <option key={policy} value={policy}>
              {t(`policy.${policy}`)}
            </option>
          ))}
        </select>
      </td>
      <td className={styles.deeds}>
        <Button
          look="plain"
          size="small"
          disabled={onDown === undefined}
          aria-label={`${t('settings.type.down')} ${name}`}
          onClick={onDown}
        >
          {'↓'}
        </Button>
        <Button
          look="plain"
          size="small"
          disabled={onRemove === undefined}
          aria-label={t('shell.verb.remove', { name })}
          onClick={onRemove}
        >
          ×
        </Button>
      </td>
    </tr>
  );
}
