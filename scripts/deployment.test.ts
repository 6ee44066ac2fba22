import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentNames } from '../apps/api/src/env.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the files for containers', () => {
  it('give only variables that env.ts knows', () => {
    const ofPostgres = /^POSTGRES_/;
    const named = [...read('docker-compose.yml').matchAll(/^ {6}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !environmentNames.includes(name) && !ofPostgres.test(name))).toEqual([]);
    const set = [...read('Dockerfile').matchAll(/^ENV (.+)$/gm)]
      .flatMap(([, line]) => line?.split(' ') ?? [])
      .map((pair) => pair.split('=')[0]);
    const ofTools = ['NODE_ENV', 'CI', 'ONNXRUNTIME_NODE_INSTALL'];
    expect(set.filter((name) => !environmentNames.includes(name ?? '') && !ofTools.includes(name ?? ''))).toEqual([]);
  });

  it('copy only what is there', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, files]) => files?.split(' ') ?? [],
    );
    expect(copied.length).toBeGreaterThan(10);
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const built = [...read('Dockerfile').matchAll(/^COPY --from=build \/danku\/(\S+)/gm)].map(([, path]) => path ?? '');
    expect(built.filter((path) => !path.endsWith('/dist') && !existsSync(join(root, path)))).toEqual([]);
  });

  it('bring the manifest of every package to the build', () => {
    const dockerfile = read('Dockerfile');
    const packages = [
      'apps/api',
      'apps/web',
      'apps/e2e',
      'packages/domain',
      'packages/contract',
      'packages/words',
      'packages/capture',
    ];
    const missing = packages.filter((path) => existsSync(join(root, path)) && !dockerfile.includes(`COPY ${path}/package.json`));
    expect(missing).toEqual([]);
  });

  it('start what exists', () => {
    const commands = [
      ...read('docker-compose.yml').matchAll(/'node', '([^']+)'/g),
      ...read('Dockerfile').matchAll(/"node", "([^"-][^"]*)"/g),
    ];
    expect(commands.map(([, script]) => script ?? '').filter((script) => !existsSync(join(root, script)))).toEqual([]);
  });
});
