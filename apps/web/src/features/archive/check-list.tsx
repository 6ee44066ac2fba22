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
                <td>
                  {sayCode(t, 'archive.code', code, 'archive.code.other', { code })}
                  <Why params={params} />
                </td>
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

/** Why a check could not run or failed, and in which files. */
function Why({ params }: { params: Record<string, unknown> }) {
  const { t } = useTranslation();
  const codes = [params['reason'], params['faults']]
    .filter((value) => typeof value === 'string')
    .flatMap((value) => value.split(', '));
  const about = [params['missing'], codes.length === 0 ? undefined : params['files']].filter(
    (value) => typeof value === 'string',
  );
  const said = [...codes.map((code) => sayCode(t, 'archive.why', code, 'archive.why.other', { code })), ...about];
  return said.length === 0 ? null : <span className={styles.why}>{said.join(' · ')}</span>;
}
