import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DraftContent } from './draft-content.ts';
import { contentOf } from './draft-keeper.ts';
import type { Conflict } from './draft-keeper.ts';
import type { Choice, Clash } from './merge-drafts.ts';
import { settleMerge } from './merge-drafts.ts';
import panel from './panel.module.css';

interface MergePanelProps {
  conflict: Conflict;
  labelOf: (path: string) => string;
  onSettle: (content: DraftContent) => void;
}

const sides: readonly Choice[] = ['mine', 'theirs'];

/** Someone else saved first. Both values stand side by side for every field that both changed; nothing is lost. */
export function MergePanel({ conflict: { merge, theirs }, labelOf, onSettle }: MergePanelProps) {
  const { t } = useTranslation();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const chooseAll = (choice: Choice) => setChoices(Object.fromEntries(merge.clashes.map(({ path }) => [path, choice])));
  const say = (clash: Clash, side: Choice) =>
    clash.path === '/lines'
      ? t('entry.conflict.lines', { count: Number(clash[side]) })
      : (clash[side] ?? t('document.diff.empty'));
  return (
    <section
      className={panel.panel}
      data-tone="warn"
      role="alertdialog"
      aria-labelledby="merge-title"
      aria-describedby="merge-help"
    >
      <h2 id="merge-title" className={panel.title}>
        {t('entry.conflict.title')}
      </h2>
      <p id="merge-help">{t('entry.conflict.help')}</p>
      <table className={panel.table}>
        <thead>
          <tr>
            <th scope="col">{t('document.diff.field')}</th>
            {sides.map((side) => (
              <th key={side} scope="col">
                {t(`entry.conflict.${side}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {merge.clashes.map((clash) => (
            <tr key={clash.path}>
              <th scope="row">{labelOf(clash.path)}</th>
              {sides.map((side) => (
                <td key={side}>
                  <label>
                    <input
                      type="radio"
                      name={clash.path}
                      checked={(choices[clash.path] ?? 'mine') === side}
                      onChange={() => setChoices({ ...choices, [clash.path]: side })}
                    />
                    {say(clash, side)}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={panel.actions}>
        <Button look="primary" onClick={() => onSettle(settleMerge(merge, contentOf(theirs), choices))}>
          {t('entry.conflict.apply')}
        </Button>
        <Button onClick={() => chooseAll('mine')}>{t('entry.conflict.allMine')}</Button>
        <Button onClick={() => chooseAll('theirs')}>{t('entry.conflict.allTheirs')}</Button>
      </div>
    </section>
  );
}
