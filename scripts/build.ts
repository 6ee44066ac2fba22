import { giveUp, say } from './launch/say.ts';
import { buildWeb } from './launch/web-build.ts';

if (process.argv.includes('--help')) {
  say('Builds the web app into apps/web/dist, if its sources changed. npm start and npm run serve do so by themselves.');
} else {
  await buildWeb().catch(giveUp);
}
