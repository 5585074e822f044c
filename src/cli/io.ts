/** Where the command line reads and writes: the process's own, or a test's. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs when the user asks to stop; gives how to forget that. */
  onInterrupt?(stop: () => void): () => void;
}

export interface Sink {
  write(text: string): unknown;
  /** Whether a person watches. */
  readonly isTTY?: boolean;
}

/** 0 = fine, 1 = problems found, 2 = wrong use or nothing to work on. */
export type ExitCode = 0 | 1 | 2;

/** Wrong use, or nothing to work on: one line on stderr, exit code 2. */
export class UsageError extends Error {}

/** Untrusted words on one line of a terminal: line ends and control characters become blanks. */
export const plainLine = (words: string): string => words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** One line on stderr that does not end the run. */
export const warn = (io: Io, message: string): void => {
  io.stderr.write(`tgik: ${plainLine(message)}\n`);
};

/** JSON as every command prints it. */
export const printJson = (io: Io, value: unknown): void => {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};
