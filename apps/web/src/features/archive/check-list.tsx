import type { ArchiveCheck } from '@danku/contract/archive.ts';
import { checkGroups } from '@danku/contract/archive.ts';
import { Tag } from '../../components/tag.tsx';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './archive.module.css';

const looks = {
  passed: { tone: 'ok', shape: '✓' },
  failed: { tone: 'bad', shape: '✕' },
  'not-run': { tone: 'neutral', shape: '○' },
} as const;

/** The four checks by group. One that could not run says so and is never shown as passed. */
export function CheckList({ checks }: { checks: readonly ArchiveCheck[] }) {
  const { t } = useTranslation();
  return (
    <table className={styles.checks} aria-label={t('archive.checks')}>
      <tbody>
        {checkGroups
          .map((group) => ({ group, found: checks.filter((check) => check.group === group) }))
          .filter(({ found }) => found.length > 0)
          .map(({ group, found }) =>
            found.map(({ code, result, params = {} }, index) => (
              <tr key={`${group} ${code}`} className={index === 0 ? styles.group : undefined}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={found.length}>
                    {t(`archive.check.${group}`)}
                  </th>
                )}
                <td>{sayCode(t, 'archive.code', code, 'archive.code.other', { ...textsOf(params), code })}</td>
                <td className={styles.result}>
                  <Tag {...looks[result]}>{t(`archive.result.${result}`)}</Tag>
                </td>
              </tr>
            )),
          )}
      </tbody>
    </table>
  );
}

function textsOf(params: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}
