import type { Grants } from '@danku/domain/access/permissions.ts';
import type { Counts } from './side-rail.tsx';

export function useCounts(_grants: Grants): Counts {
  return {};
}
