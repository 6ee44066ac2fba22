import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { readEnv, readLauncherEnv } from '../../apps/api/src/env.ts';
import { createServices } from '../../apps/api/src/services.ts';
import { prepareDatabase, type Database } from '../launch/database.ts';
import { keepMasterKey } from '../launch/master-key.ts';

export type Services = ReturnType<typeof createServices>;
export type Installation = { database: Database; services: Services };

/** Runs the work on this installation's database and files, beside a running server or alone; migrates first where it may. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const env = readLauncherEnv();
  const dataFolder = resolve(env.dataFolder);
  mkdirSync(dataFolder, { recursive: true });
  const masterKey = env.masterKey ?? keepMasterKey(dataFolder);
  const database = await prepareDatabase({ ...env, dataFolder, masterKey });
  const services = createServices(
    readEnv({
      ...process.env,
      DATABASE_URL: database.appUrl,
      DATABASE_URL_FILE: '',
      DANKU_MASTER_KEY: masterKey.toString('base64'),
      DANKU_MASTER_KEY_FILE: '',
      DANKU_DATA: dataFolder,
      LOG_LEVEL: 'error',
    }),
  );
  try {
    return await work({ database, services });
  } finally {
    await services.close();
    if (!database.wasRunning) {
      await database.stop();
    }
  }
}
