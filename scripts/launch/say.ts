/** For people who read a terminal; logs go elsewhere. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Prints why, without a stack, and ends. For faults a person can mend. */
export function giveUp(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
