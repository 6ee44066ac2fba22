import { formatMoney } from '../i18n/format.ts';
import { useTranslation } from '../i18n/use-translation.ts';

/** An amount ("1130.00"). Red is for errors only, never for negatives alone. Blank amounts leave their place blank. */
export function Money({
  value,
  currency,
  wrong = false,
}: {
  value: string | null | undefined;
  currency?: string;
  wrong?: boolean;
}) {
  const { language } = useTranslation();
  if (value === null || value === undefined) {
    return null;
  }
  return (
    <span style={{ fontFamily: 'var(--font-num)', color: wrong ? 'var(--bad)' : undefined }}>
      {formatMoney(value, language, currency)}
    </span>
  );
}
