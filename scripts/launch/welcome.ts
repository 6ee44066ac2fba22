import type { LauncherEnv } from '../../apps/api/src/env.ts';
import type { Database } from './database.ts';
import { say } from './say.ts';

const demoPeople = [
  ['clerk', 'enters'],
  ['clerk2', 'enters'],
  ['reviewer', 'reviews'],
  ['reviewer2', 'reviews'],
  ['archivist', 'archives'],
  ['manager', 'leads the team'],
  ['hr', 'people and qualifications'],
  ['sales', 'own customers'],
  ['auditor', 'reads'],
  ['service', 'customer requests'],
  ['system', 'system administrator'],
  ['security', 'security administrator'],
  ['audit', 'audit administrator'],
] as const;

type Facts = { env: LauncherEnv; database: Database; dataFolder: string; log: string };

/** What a person needs to know once Danku answers. */
export async function welcome({ env, dataFolder, log }: Facts): Promise<void> {
  const address = env.publicUrl ?? `http://localhost:${env.port}`;
  say(`\n单库 Danku runs: ${address}\n`);
  if (env.isDemo) {
    say('Sign in with any of these, password danku-demo-2026:');
    demoPeople.forEach(([name, does]) => say(`  ${`${name}@huaxin.example`.padEnd(26)}${does}`));
    say('  The second organisation has the same people: …@yuanhang.example\n');
  }
  if (!env.isHttps) {
    say(
      'TLS is missing: cookies go without Secure. Fine on this machine; for others put a proxy with https in front and set DANKU_URL.',
    );
  }
  say(`Database and files: ${dataFolder}    Log: ${log}`);
  say('Ctrl-C stops everything.');
}
