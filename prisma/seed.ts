import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { readEnv } from '../apps/api/src/env.ts';
import { createServices } from '../apps/api/src/services.ts';
import { tellDemo, type DemoScale } from './demo/tell-demo.ts';

/** Where the demo goes: the address of the restricted role, as the server has it, and the folder and key of its files. */
export interface DemoPlace {
  databaseUrl: string;
  dataFolder: string;
  masterKey: Buffer;
}

const help = `node prisma/seed.ts: two demo organisations with people, customers, products and eighteen months of documents.

Reads DATABASE_URL, DANKU_MASTER_KEY and DANKU_DATA like the server. Does nothing when the organisation huaxin exists.
npm start does this by itself the first time.`;

/** Loads the demo into a migrated database. Does nothing when it is there; whoever interrupts it begins with an empty one. */
export async function seedDemo(place: DemoPlace, scale: DemoScale = {}): Promise<void> {
  const env = readEnv({
    DATABASE_URL: place.databaseUrl,
    DANKU_DATA: place.dataFolder,
    DANKU_MASTER_KEY: place.masterKey.toString('base64'),
    DANKU_POOL_SIZE: '10',
    LOG_LEVEL: 'error',
  });
  const services = createServices(env);
  try {
    await tellDemo(services, scale);
  } finally {
    await services.close();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${help}\n`);
  } else {
    const { databaseUrl, dataFolder, masterKey, isDemo } = readEnv();
    if (!isDemo) {
      throw new Error('DANKU_DEMO is 0: accounts whose password everybody knows are made for a demo only.');
    }
    await seedDemo({ databaseUrl, dataFolder, masterKey });
  }
}
