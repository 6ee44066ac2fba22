import type { ChildProcess } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { AcceptedMediaType } from '../media-type.ts';
import type { InvoiceLabels } from './invoice-data.ts';
import { decodeFrames } from './preview-frames.ts';
import type { PreviewFailureReason } from './preview-failure.ts';
import type { PreviewPage } from './preview-page.ts';
import { startPreviewProcess } from './preview-process.ts';
import { usageOf } from './watch-process.ts';

export type PreviewLimits = { pages: number; pixels: number };
export type PreviewOptions = {
  /** Called for each page in order; the child waits while it runs. */
  onPage: (page: PreviewPage) => Promise<void> | void;
  /** The words around the values of an invoice that came as XML. */
  labels: InvoiceLabels;
  limits?: Partial<PreviewLimits>;
  wallMilliseconds?: number;
  cpuMilliseconds?: number;
  /** Resident memory of the child, in bytes. */
  memory?: number;
};

/** `isRenderedFromData`: the pages are our own drawing of structured data, not the sender's picture. */
export type PreviewOutcome =
  | { state: 'rendered'; pages: number; isRenderedFromData: boolean }
  | { state: 'failed'; pages: number; reason: PreviewFailureReason };

const defaultLimits: PreviewLimits = { pages: 500, pixels: 120_000_000 };
const lookEvery = 100;

/**
 * Pictures of every page of a file, made in a child process that is killed when it takes too long or too much.
 * The bytes go through a pipe: no plain copy of a file is ever on the disk. Rejects only if the source
 * or `onPage` does, or when the child is told to stop from outside: that says nothing about the file.
 */
export async function renderPreviews(
  source: Uint8Array | Readable,
  mediaType: AcceptedMediaType,
  options: PreviewOptions,
): Promise<PreviewOutcome> {
  const { cpuMilliseconds = 45_000 } = options;
  const child = startPreviewProcess(
    { mediaType, labels: options.labels, limits: { ...defaultLimits, ...options.limits } },
    cpuMilliseconds,
  );
  const guard = watch(child, options);
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code, signal) => resolve(code === 0 && signal === null));
  });
  let outcome: PreviewOutcome | undefined;
  let pages = 0;
  try {
    // A child that is killed while it is fed breaks the pipe; why it died is what counts.
    const fed = pipeline(source instanceof Uint8Array ? Readable.from([source]) : source, child.stdin).catch(
      (error: unknown) => error,
    );
    for await (const { frame, body } of decodeFrames(child.stdout)) {
      if (frame.kind === 'page') {
        await options.onPage({ width: frame.width, height: frame.height, webp: body });
        pages += 1;
      } else {
        outcome = frame.kind === 'done' ? { ...frame, state: 'rendered', pages } : { ...frame, state: 'failed', pages };
      }
    }
    const [problem] = await Promise.all([fed, ended]);
    if (problem instanceof Error && !isBrokenPipe(problem)) {
      throw problem;
    }
  } finally {
    guard.stop();
    child.kill('SIGKILL');
  }
  return outcomeOf(outcome, guard.reason(), child, pages);
}

/** The child died while it was being fed. */
function isBrokenPipe(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return ['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'].includes(code);
}

function outcomeOf(
  said: PreviewOutcome | undefined,
  killedFor: PreviewFailureReason | undefined,
  child: ChildProcess,
  pages: number,
): PreviewOutcome {
  if (said !== undefined) {
    return said.state === 'rendered'
      ? { state: said.state, pages, isRenderedFromData: said.isRenderedFromData }
      : { state: said.state, pages, reason: said.reason };
  }
  if (killedFor === undefined && isToldToStop(child)) {
    throw new Error('The preview was interrupted.');
  }
  if (child.signalCode === 'SIGXCPU') {
    return { state: 'failed', pages, reason: 'timeout' };
  }
  // Node aborts itself when its heap is full; a kill that is not ours is the system short of memory.
  const diedOfMemory = child.signalCode === 'SIGABRT' || child.signalCode === 'SIGKILL' || child.exitCode === 134;
  return { state: 'failed', pages, reason: killedFor ?? (diedOfMemory ? 'memory' : 'damaged') };
}

/** Ctrl-C and a stopping service reach the whole group of processes. */
function isToldToStop({ signalCode }: ChildProcess): boolean {
  return signalCode === 'SIGTERM' || signalCode === 'SIGINT' || signalCode === 'SIGHUP';
}

/** Kills the child at the first limit it passes and remembers which. */
function watch(child: ChildProcess, options: PreviewOptions) {
  const { wallMilliseconds = 60_000, cpuMilliseconds = 45_000, memory = 768 * 1024 * 1024 } = options;
  const startedAt = performance.now();
  let reason: PreviewFailureReason | undefined;
  const kill = (because: PreviewFailureReason) => {
    reason ??= because;
    child.kill('SIGKILL');
  };
  const look = async () => {
    if (performance.now() - startedAt > wallMilliseconds) {
      kill('timeout');
    }
    const usage = child.pid === undefined ? undefined : await usageOf(child.pid);
    if (usage !== undefined && usage.bytes > memory) {
      kill('memory');
    }
    if (usage !== undefined && usage.cpuMilliseconds > cpuMilliseconds) {
      kill('timeout');
    }
  };
  const timer = setInterval(() => void look(), lookEvery);
  return { stop: () => clearInterval(timer), reason: () => reason };
}
