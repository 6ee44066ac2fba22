import { checkCreditCode, normaliseCreditCode, repairCreditCode } from '@danku/domain/identity/credit-code.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';

interface TaxIdFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  /** What the server found wrong. */
  fault?: string | null;
  /** A foreign or old number is allowed; else only a credit code is. */
  allowsOthers?: boolean;
}

/** A tax id whose check digits are told while typing, with the one code that a single mistaken character explains. */
export function TaxIdField({ label, value, onChange, required, fault, allowsOthers = false }: TaxIdFieldProps) {
  const { t } = useTranslation();
  const code = normaliseCreditCode(value);
  const verdict = checkCreditCode(value);
  const isOther = allowsOthers && code.length !== 18;
  const repair = verdict.ok ? null : repairCreditCode(value);
  const told = code === '' || verdict.ok || isOther ? null : t(`problem.field.tax-id.${verdict.reason}`, { count: code.length });
  return (
    <div>
      <TextField
        label={label}
        required={required}
        maxLength={30}
        spellCheck={false}
        value={value}
        fault={told ?? fault}
        help={helpOf()}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => onChange(code)}
      />
      {repair !== null && (
        <Button look="plain" size="small" onClick={() => onChange(repair)}>
          {t('problem.field.tax-id.use', { code: repair })}
        </Button>
      )}
    </div>
  );

  function helpOf(): string | null {
    if (code === '' || !allowsOthers) {
      return null;
    }
    return isOther ? t('problem.field.tax-id.foreign') : null;
  }
}

/** Whether this tax id may be saved. */
export function isTaxIdAcceptable(value: string, allowsOthers: boolean): boolean {
  const code = normaliseCreditCode(value);
  return code === '' ? allowsOthers : checkCreditCode(code).ok || (allowsOthers && code.length !== 18);
}
