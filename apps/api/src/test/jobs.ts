import { deliverDue } from '../jobs/queue.ts';
import { reactions } from '../reactions.ts';
import type { TestServer } from './server.ts';

/** Delivers everything that is due at the server's time, also what that brings about. Returns how many deliveries there were. */
export async function runDueJobs({ services }: TestServer): Promise<number> {
  let total = 0;
  for (let taken = 1; taken > 0; total += taken) {
    taken = await deliverDue(services, reactions, { limit: 20 });
  }
  return total;
}
