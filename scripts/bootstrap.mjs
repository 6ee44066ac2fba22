#!/usr/bin/env node
// The first thing that runs, on whatever Node (18 or newer) the machine has, before anything is installed. It therefore
// uses nothing but Node itself: finds or fetches Node 24, installs the packages, generates the Prisma client, and hands
// over to scripts/<command>.ts in the same process.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const pnpm = 'pnpm@12.21.0';
const wantedMajor = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules', '.cache', 'danku');
const [command, ...args] = process.argv.slice(2);

// Who typed the command: when that process is gone, nobody can stop this one from a terminal any more.
process.env.DANKU_STARTED_BY ??= String(process.ppid);

if (command === undefined || command === '--help' || command === '-h') {
  say('Usage: node scripts/bootstrap.mjs <command> [arguments]\n\nCommands:');
  commands().forEach((name) => say(`  ${name}`));
  say('\nEach answers --help. It fetches Node 24 where the machine has an older one, and installs what is missing.');
} else if (!commands().includes(command)) {
  fail(`There is no command "${command}". There are: ${commands().join(', ')}.`);
} else if (Number.parseInt(process.versions.node, 10) < wantedMajor) {
  handOver(findNode());
} else {
  stopWithParent();
  install();
  generate();
  const script = join(root, 'scripts', `${command}.ts`);
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
}

/** Every scripts/*.ts that a person may run. */
function commands() {
  return readdirSync(join(root, 'scripts'))
    .filter((name) => /^[a-z-]+\.ts$/.test(name))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
}

/** Path of a Node of the wanted version, fetched from the npm registry where it is not there yet. */
function findNode() {
  const remembered = join(cache, 'node-path');
  const known = existsSync(remembered) ? readFileSync(remembered, 'utf8') : '';
  if (known !== '' && existsSync(known)) {
    return known;
  }
  process.stderr.write(
    `Node ${process.versions.node} is too old for Danku: fetching Node ${wantedMajor} from the npm registry …\n`,
  );
  const found = spawnSync('npx', ['-y', '-p', `node@${wantedMajor}`, 'node', '-p', 'process.execPath'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const path = found.status === 0 ? (found.stdout.trim().split('\n').pop() ?? '') : '';
  if (!existsSync(path)) {
    fail(
      `Node ${wantedMajor} could not be fetched. Install Node ${wantedMajor} LTS (https://nodejs.org) and run the command again.`,
    );
  }
  remember(remembered, path);
  return path;
}

/** Runs this file again under the given Node; signals go on to it and its exit code comes back. */
function handOver(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), command, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`, DANKU_HANDED_OVER: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** The first process may be killed with -9, which no handler sees; the closed channel tells this one to stop too. */
function stopWithParent() {
  if (process.env.DANKU_HANDED_OVER === '1' && process.channel !== undefined) {
    delete process.env.DANKU_HANDED_OVER;
    process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel.unref();
  }
}

/** Installs the packages when the lockfile or a package.json changed since the last time. */
function install() {
  const manifests = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')),
  );
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests];
  const stamp = join(cache, 'installed');
  const wanted = hashOf(files);
  if (existsSync(join(root, 'node_modules', '.modules.yaml')) && isStamped(stamp, wanted)) {
    return;
  }
  process.stderr.write('Installing packages …\n');
  run('npx', ['-y', pnpm, 'install', '--frozen-lockfile', '--config.confirm-modules-purge=false'], {
    ONNXRUNTIME_NODE_INSTALL: 'skip',
  });
  remember(stamp, wanted);
}

/** Generates the Prisma client when the schema changed. */
function generate() {
  const folder = join('prisma', 'schema');
  const files = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.prisma'))
    .sort();
  if (files.length === 0) {
    return;
  }
  const stamp = join(cache, 'generated');
  const wanted = hashOf([join('node_modules', 'prisma', 'package.json'), ...files.map((name) => join(folder, name))]);
  if (existsSync(join(root, 'apps', 'api', 'src', 'db', 'generated', 'client.ts')) && isStamped(stamp, wanted)) {
    return;
  }
  run(process.execPath, [join('scripts', 'generate.ts')], {});
  remember(stamp, wanted);
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const file of files) {
    const path = join(root, file);
    hash.update(file).update(existsSync(path) ? readFileSync(path) : '');
  }
  return hash.digest('hex');
}

function isStamped(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function remember(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function run(program, programArguments, environment) {
  const done = spawnSync(program, programArguments, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...environment },
  });
  if (done.status !== 0) {
    fail(`${[program, ...programArguments].join(' ')} failed${done.error ? `: ${done.error.message}` : ''}.`);
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
