import { readEnv, type LauncherEnv } from '../../apps/api/src/env.ts';
import { makeSetUpLink } from '../../apps/api/src/features/auth/make-set-up-link.ts';
import { createServices } from '../../apps/api/src/services.ts';
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

type Facts = { env: LauncherEnv; dataFolder: string; log: string; server: NodeJS.ProcessEnv };

/** What a person needs to know once Danku answers. */
export async function welcome({ env, dataFolder, log, server }: Facts): Promise<void> {
  const address = env.publicUrl ?? `http://localhost:${env.port}`;
  say(`\n单库 Danku runs: ${address}\n`);
  if (env.isDemo) {
    say('Sign in with any of these, password danku-demo-2026:');
    demoPeople.forEach(([name, does]) => say(`  ${`${name}@huaxin.example`.padEnd(26)}${does}`));
    say('  The second organisation has the same people: …@yuanhang.example\n');
  }
  const setUp = env.isDemo ? null : await setUpAddress(server);
  if (setUp !== null) {
    say(`There is no organisation yet. Create the first one here; the address works once:\n  ${setUp}\n`);
  }
  if (!env.isHttps) {
    say(
      'TLS is missing: cookies go without Secure. Fine on this machine; for others put a proxy with https in front and set DANKU_URL.',
    );
  }
  say(`Database and files: ${dataFolder}    Log: ${log}`);
  say('Ctrl-C stops everything.');
}

async function setUpAddress(server: NodeJS.ProcessEnv): Promise<string | null> {
  const services = createServices(readEnv({ ...server, LOG_LEVEL: 'silent' }));
  try {
    return await makeSetUpLink(services);
  } finally {
    await services.close();
  }
}
