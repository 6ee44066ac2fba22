import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

type Options = { cwd?: string; env?: Record<string, string | undefined>; show?: boolean };
export type Outcome = { code: number; output: string };

export const root = join(import.meta.dirname, '../..');
const { FORCE_COLOR: _colour, ...inherited } = process.env;
// What tools print is kept and read again later, where colours would be noise.
const plain = { ...inherited, NO_COLOR: '1' };
const running = new Set<ChildProcess>();
process.once('SIGTERM', () => {
  running.forEach((child) => child.kill('SIGTERM'));
  process.exit(143);
});

/** Runs a program and keeps what it says; with `show` it is printed as it comes, too. Never throws. */
export function runTool(program: string, args: string[], { cwd = root, env = {}, show = false }: Options = {}): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env: { ...plain, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    const hear = (chunk: Buffer): void => {
      said.push(chunk.toString());
      if (show) {
        process.stdout.write(chunk);
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    running.add(child);
    const end = (code: number): void => {
      running.delete(child);
      done({ code, output: said.join('') });
    };
    child.on('error', (error) => {
      said.push(error.message);
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** A program of one of our npm packages, run by this very Node. */
export function runBin(name: string, args: string[], options: Options = {}): Promise<Outcome> {
  return runTool(join(options.cwd ?? root, 'node_modules/.bin', name), args, options);
}
