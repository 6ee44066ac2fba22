import type { Grants, Permission } from '@danku/domain/access/permissions.ts';
import type { QueueStage } from '@danku/domain/documents/flow.ts';
import type { WordKey } from '@danku/words/keys.ts';
import type { Place } from './paths.ts';

export interface NavigationItem {
  place: Place;
  label: WordKey;
  /** Shown to who holds any of these; to everyone where nothing is said. */
  needs?: readonly Permission[];
  /** The queue whose length stands beside the name. */
  counts?: QueueStage | 'returned' | 'questions' | 'inbox';
}

export interface NavigationGroup {
  label: WordKey;
  items: readonly NavigationItem[];
}

/** The side rail, from top to bottom. What a person may not open is not shown to them. */
const navigation: readonly NavigationGroup[] = [
  {
    label: 'shell.navigation.group.work',
    items: [
      { place: 'home', label: 'shell.navigation.home' },
      { place: 'entryQueue', label: 'shell.navigation.entry', needs: ['document.enter'], counts: 'entry' },
      { place: 'inbox', label: 'shell.navigation.inbox', needs: ['inbox.manage'], counts: 'inbox' },
      { place: 'returned', label: 'shell.navigation.returned', needs: ['document.enter'], counts: 'returned' },
      {
        place: 'reviewQueue',
        label: 'shell.navigation.review',
        needs: ['document.review', 'document.approve-last'],
        counts: 'review',
      },
      {
        place: 'adjudicationQueue',
        label: 'shell.navigation.adjudication',
        needs: ['document.adjudicate'],
        counts: 'adjudication',
      },
      { place: 'archiveQueue', label: 'shell.navigation.archive', needs: ['document.archive'], counts: 'approved' },
      { place: 'questions', label: 'shell.navigation.questions', needs: ['document.answer'], counts: 'questions' },
    ],
  },
  {
    label: 'shell.navigation.group.records',
    items: [
      { place: 'documents', label: 'shell.navigation.documents', needs: ['document.read'] },
      { place: 'registers', label: 'shell.navigation.registers', needs: ['register.read'] },
      { place: 'customers', label: 'shell.navigation.customers', needs: ['customer.read'] },
      { place: 'products', label: 'shell.navigation.products', needs: ['product.read'] },
    ],
  },
  {
    label: 'shell.navigation.group.control',
    items: [
      { place: 'people', label: 'shell.navigation.people', needs: ['account.manage', 'role.manage', 'session.manage'] },
      { place: 'documentTypes', label: 'shell.navigation.documentTypes', needs: ['type.manage'] },
      { place: 'entities', label: 'shell.navigation.entities', needs: ['settings.manage'] },
      { place: 'settings', label: 'shell.navigation.settings', needs: ['settings.manage'] },
      { place: 'audit', label: 'shell.navigation.audit', needs: ['audit.read'] },
    ],
  },
  { label: 'shell.navigation.group.mine', items: [{ place: 'account', label: 'shell.navigation.account' }] },
];

/** What this person finds in the rail; groups that would be empty are left out. */
export function navigationFor(grants: Grants, hasScreen: (place: Place) => boolean): NavigationGroup[] {
  const mayOpen = ({ place, needs }: NavigationItem) =>
    hasScreen(place) && (needs === undefined || needs.some((need) => grants[need] !== undefined));
  return navigation.map((group) => ({ ...group, items: group.items.filter(mayOpen) })).filter((group) => group.items.length > 0);
}

/** The rights of which any one opens a place; undefined where everybody may. What has no link in the rail is guarded by the API alone. */
export function neededFor(place: string): readonly Permission[] | undefined {
  return navigation.flatMap((group) => group.items).find((item) => item.place === place)?.needs;
}

/** Where `g q` leads: the first queue of this person. */
export function ownQueue(grants: Grants): Place {
  const queues: [Permission, Place][] = [
    ['document.enter', 'entryQueue'],
    ['document.review', 'reviewQueue'],
    ['document.archive', 'archiveQueue'],
    ['document.approve-last', 'reviewQueue'],
    ['document.answer', 'questions'],
  ];
  return queues.find(([permission]) => grants[permission] !== undefined)?.[1] ?? 'home';
}
