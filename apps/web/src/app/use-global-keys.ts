import type { Grants } from '@danku/domain/access/permissions.ts';
import { useNavigate } from 'react-router';
import { toggleColorScheme } from '../components/color-scheme.ts';
import { useKeys } from '../components/keys.ts';
import { ownQueue } from './navigation.ts';
import type { Place } from './paths.ts';
import { usePath } from './paths.ts';

/** The keys that work on every screen of the shell. */
export function useGlobalKeys(grants: Grants, openHelp: () => void): void {
  const navigate = useNavigate();
  const path = usePath();
  const go = (place: Place) => () => void navigate(path(place));
  useKeys([
    { keys: '?', label: 'shell.keys.help', group: 'everywhere', run: openHelp },
    { keys: 'g h', label: 'shell.keys.home', group: 'everywhere', run: go('home') },
    { keys: 'g d', label: 'shell.keys.documents', group: 'everywhere', run: go('documents') },
    { keys: 'g q', label: 'shell.keys.queue', group: 'everywhere', run: go(ownQueue(grants)) },
    { keys: 't', label: 'shell.keys.theme', group: 'everywhere', run: toggleColorScheme },
  ]);
}
