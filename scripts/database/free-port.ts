import { createServer } from 'node:net';

/** The wished port of this machine if nobody else has taken it, else any free one. */
export function freePort(wished: number): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', (error) => (wished === 0 ? failed(error) : found(freePort(0))));
    probe.listen(wished, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : wished));
    });
  });
}
