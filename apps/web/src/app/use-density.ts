import { useLayoutEffect } from 'react';

export const densities = ['compact', 'normal', 'relaxed'] as const;
export type Density = (typeof densities)[number];

/** The height of rows: as the person chose it, else compact for those who work through many papers, and normal for others. */
export function useDensity(chosen: unknown, roles: readonly { key: string }[]): void {
  const density = densities.find((one) => one === chosen) ?? usualDensity(roles);
  useLayoutEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
}

function usualDensity(roles: readonly { key: string }[]): Density {
  return roles.some(({ key }) => key === 'clerk' || key === 'reviewer' || key === 'archivist') ? 'compact' : 'normal';
}
