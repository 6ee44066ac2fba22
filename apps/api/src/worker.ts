import { EnvironmentError, readEnv, type Env } from './env.ts';
import { startWorker } from './jobs/worker.ts';
import { reactions, sweeps } from './reactions.ts';
import { createServices } from './services.ts';

/** Background work in a process of its own, beside any number of servers and other workers. */
function work(env: Env): void {
  const services = createServices(env);
  const worker = startWorker(services, reactions, sweeps);
  services.log.info('worker started');
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (!isStopping) {
        isStopping = true;
        void worker.stop().then(() => services.close());
      }
    });
  }
}

try {
  work(readEnv());
} catch (error) {
  process.stderr.write(`${error instanceof EnvironmentError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
