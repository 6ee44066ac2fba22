import { Command } from 'commander';
import { roleKeys } from '@danku/domain/access/roles.ts';
import { readLauncherEnv } from '../apps/api/src/env.ts';
import { checkFiles } from './danku/check.ts';
import { withInstallation } from './danku/installation.ts';
import { createFirstDay, createUser, resetPassword } from './danku/people.ts';
import { giveUp, say } from './launch/say.ts';

const program = new Command('danku').description(
  'Administration of this installation, from the machine it runs on. Uses the same environment as npm start and npm run serve.',
);

const organisation = program.command('organisation').description('organisations');
organisation
  .command('create')
  .description('create an organisation; prints where its founder, the system administrator, sets a password')
  .requiredOption('--slug <slug>', 'short name, such as huaxin')
  .requiredOption('--name <name>', 'name as people read it')
  .requiredOption('--email <address>', 'the founder’s address')
  .requiredOption('--founder <name>', 'the founder’s name')
  .action((wish: { slug: string; name: string; email: string; founder: string }) =>
    withInstallation(async ({ services }) => sayLink(wish.email, await createFirstDay(services, wish))),
  );

const user = program.command('user').description('people');
user
  .command('create')
  .description('make a person a member of an organisation')
  .requiredOption('--organisation <slug>', 'short name of the organisation')
  .requiredOption('--email <address>')
  .requiredOption('--name <name>')
  .requiredOption('--role <key...>', `one or more of ${roleKeys.join(', ')}`)
  .action(({ role, ...wish }: { organisation: string; email: string; name: string; role: string[] }) =>
    withInstallation(async ({ services }) => sayLink(wish.email, await createUser(services, { ...wish, roles: role }))),
  );

program
  .command('reset-password <email>')
  .description('print an address where this person sets a new password, once, within a day')
  .action((email: string) => withInstallation(async ({ services }) => sayLink(email, await resetPassword(services, email))));

program
  .command('database')
  .description('the database')
  .command('url')
  .description('print the address of the restricted role, which owns nothing and cannot bypass row level security')
  .action(() => withInstallation(async ({ database }) => say(database.appUrl)));

program
  .command('migrate')
  .description('make the roles and apply what is missing; with a server of your own it needs DATABASE_ADMIN_URL')
  .action(() => withInstallation(async () => say('The database is up to date.')));

program
  .command('check')
  .description('compare stored files with their rows, both ways; ends with code 1 when something is wrong')
  .option('--read', 'read and decrypt every file as well', false)
  .action(({ read }: { read: boolean }) =>
    withInstallation(async ({ services }) => {
      const { broken, orphans, files } = await checkFiles(services, { reads: read });
      broken.forEach(({ tenantId, fileId, page, reason }) =>
        say(`broken   ${tenantId} file ${fileId}${page === null ? '' : ` page ${page}`}: ${reason}`),
      );
      orphans.forEach(({ tenantId, blobId }) => say(`orphan   ${tenantId} ${blobId}`));
      say(`${files} files checked: ${broken.length} broken, ${orphans.length} without a row.`);
      process.exitCode = broken.length > 0 ? 1 : 0;
    }),
  );

function sayLink(email: string, link: string | null): void {
  say(
    link === null
      ? `${email} already has a password and signs in with it.`
      : `${email} sets a password here, once, within a day:\n${link}`,
  );
}

try {
  readLauncherEnv();
  await program.parseAsync();
} catch (error) {
  giveUp(error);
}
