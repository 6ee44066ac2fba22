/** For people who read a terminal; logs go elsewhere. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** What happened on the way, beside the answer that another program may read. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Prints why, without a stack, and ends. For faults a person can mend. */
export function giveUp(error: unknown): never {
  note(reasonOf(error));
  process.exit(1);
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
