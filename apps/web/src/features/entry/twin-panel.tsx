import { Link } from 'react-router';
import { usePath } from '../../app/paths.ts';
import { buttonClass } from '../../components/button.tsx';
import { Money } from '../../components/money.tsx';
import { StageBadge } from '../../components/stage-badge.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Check, Twin } from './checks.ts';
import type { DraftContent } from './draft-content.ts';
import panel from './panel.module.css';

/** The document that is there already, beside the one being entered. */
export function TwinPanel({ check, twin, content }: { check: Check; twin: Twin; content: DraftContent }) {
  const { t } = useTranslation();
  const path = usePath();
  const { fields } = content;
  const title = t(check.severity === 'error' ? 'entry.twin.title' : 'entry.twin.near');
  return (
    <section className={panel.panel} data-tone={check.severity === 'error' ? 'bad' : 'warn'} aria-label={title}>
      <h2 className={panel.title}>{title}</h2>
      <table className={panel.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('document.diff.field')}</span>
            </th>
            <th scope="col">{t('entry.twin.this')}</th>
            <th scope="col">{t('entry.twin.other')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('field.number')}</th>
            <td className={panel.mono}>{fields['number']}</td>
            <td className={panel.mono}>{twin.number}</td>
          </tr>
          <tr>
            <th scope="row">{t('document.column.party')}</th>
            <td>{fields['buyerName']}</td>
            <td>{twin.partyName}</td>
          </tr>
          <tr>
            <th scope="row">{t('field.grossTotal')}</th>
            <td>
              <Money value={fields['grossTotal']} />
            </td>
            <td>
              <Money value={twin.grossTotal} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t('document.column.stage')}</th>
            <td>
              <StageBadge stage="entry" flag="entering" />
            </td>
            <td>
              <StageBadge stage={twin.stage} />
            </td>
          </tr>
        </tbody>
      </table>
      <Link to={path('document', { id: twin.id })} target="_blank" className={buttonClass('plain', 'small')}>
        {t('entry.twin.open')}
      </Link>
    </section>
  );
}
