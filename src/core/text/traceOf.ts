/** What is known of a failure, for a log: its stack, else its message. */
export const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
