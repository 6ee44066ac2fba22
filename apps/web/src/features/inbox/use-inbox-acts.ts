import type { InboxItem } from '@danku/contract/files.ts';
import { notify } from '../../components/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Arrangement } from './arrangements.ts';
import { mergeItems, movePage, rotatePages, splitItem } from './arrangements.ts';
import { useArrange } from './inbox-queries.ts';
import type { Selection } from './use-selection.ts';

/** What can be done to the pages one stands on or has ticked. After each, one stands on the paper that came out of it. */
export function useInboxActs(selection: Selection) {
  const { t } = useTranslation();
  const { mutate, isPending } = useArrange();
  const { item, page, chosenOf, setSpot, clear, tickedItems } = selection;
  const arrange = (arrangement: Arrangement | null, at = 0) => {
    if (arrangement === null || isPending) {
      return;
    }
    mutate(arrangement, {
      onSuccess: ({ items: [first] }) => {
        clear();
        if (first !== undefined) {
          setSpot({ itemId: first.id, page: at });
        }
      },
    });
  };
  const act = (deed: (item: InboxItem) => void) => () => {
    if (item !== undefined && item.state === 'open') {
      deed(item);
    }
  };
  return {
    isPending,
    split: act((one) => arrange(splitItem(one, chosenOf(one.id), page))),
    merge: () => {
      if (tickedItems.length < 2) {
        notify(t('inbox.mergeHelp'));
      }
      arrange(mergeItems(tickedItems));
    },
    rotate: act((one) => arrange(rotatePages(one, chosenOf(one.id).size > 0 ? chosenOf(one.id) : new Set([page])), page)),
    move: (from: number, to: number, of = item) => {
      if (of?.state === 'open') {
        arrange(movePage(of, from, to), to);
      }
    },
  };
}

export type InboxActs = ReturnType<typeof useInboxActs>;
