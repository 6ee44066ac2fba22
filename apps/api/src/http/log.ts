import { pino, type Logger } from 'pino';

const secretKeys = ['password', 'current', 'next', 'token', 'secret', 'authorization', 'cookie', 'passwordHash', 'wrappedKey'];

/** One JSON line per event; what is secret is cut out wherever it stands, up to three levels deep. */
export function createLog(level: string, destination?: { write: (line: string) => void }): Logger {
  const paths = secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  const options = {
    level,
    base: { name: 'danku' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths, censor: '[cut]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
