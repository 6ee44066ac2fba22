import { once } from 'node:events';
import { createServer } from 'node:http';

import { createApp } from './app.ts';
import { EnvironmentError, readEnv, type Env } from './env.ts';
import { makeSetUpLink } from './features/auth/make-set-up-link.ts';
import { startWorker } from './jobs/worker.ts';
import { reactions, sweeps } from './reactions.ts';
import { createServices } from './services.ts';

/** Longer than a request may take, shorter than an orchestrator waits before it kills. */
const drainMilliseconds = 25_000;

async function serve(env: Env): Promise<void> {
  const services = createServices(env);
  const { app } = createApp(services);
  const server = createServer({ requestTimeout: 300_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 }, app);
  server.listen(env.port, env.host);
  await once(server, 'listening');
  services.log.info({ host: env.host, port: env.port }, 'listening');
  const worker = env.worker === 'inline' ? startWorker(services, reactions, sweeps) : undefined;
  await tellSetUp();

  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (!isStopping) {
        isStopping = true;
        void stop(signal);
      }
    });
  }

  /** Takes no new connections, lets running requests and reactions end, then leaves. */
  async function stop(signal: string): Promise<void> {
    services.log.info({ signal }, 'stopping');
    const giveUp = setTimeout(() => process.exit(1), drainMilliseconds);
    server.close();
    server.closeIdleConnections();
    await Promise.all([once(server, 'close'), worker?.stop()]);
    await services.close();
    clearTimeout(giveUp);
    services.log.info('stopped');
  }

  /** Without an organisation nobody can sign in: whoever reads the log of the start may make the first one. */
  async function tellSetUp(): Promise<void> {
    const link = env.isDemo ? null : await makeSetUpLink(services).catch(() => null);
    if (link !== null) {
      services.log.warn({ address: link }, 'there is no organisation yet: open this address once to create the first');
    }
  }
}

try {
  await serve(readEnv());
} catch (error) {
  process.stderr.write(`${error instanceof EnvironmentError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
