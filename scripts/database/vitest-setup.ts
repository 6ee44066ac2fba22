import type { TestProject } from 'vitest/node';
import { openTestCluster } from './template.ts';

/** Set-up of a vitest run: one throw-away PostgreSQL for all of its test files. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, close } = await openTestCluster();
  project.provide('testCluster', cluster);
  return close;
}
