import { useTranslation } from '../i18n/use-translation.ts';

/** The name of the house; its Han only where they can be read. */
export function Brand() {
  const { t, language } = useTranslation();
  return (
    <>
      {language === 'zh-CN' && <span>{t('shell.brand')} </span>}
      <b>{t('shell.brandLatin')}</b>
    </>
  );
}
