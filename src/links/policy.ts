/** How links are asked for. Times in milliseconds. */
export interface LinkPolicy {
  /** Requests in flight to one host. */
  readonly perHost: number;
  /** Requests in flight in all. */
  readonly concurrency: number;
  /** For one answer. */
  readonly timeout: number;
  /** How often a failure that may pass is asked again. */
  readonly retries: number;
  /** Before the first of these; doubled each time, with jitter. */
  readonly backoff: number;
  /** The longest `Retry-After` that is waited for; a longer one ends the host's turn. */
  readonly longestWait: number;
  readonly redirects: number;
  /** Failures in a row after which a host is left in peace for `pause`; the second time for good. */
  readonly breaker: number;
  readonly pause: number;
  /** Whether private, loopback and link-local addresses may be asked. */
  readonly allowPrivate: boolean;
  readonly userAgent: string;
}

export const DEFAULT_POLICY: LinkPolicy = {
  perHost: 2,
  concurrency: 256,
  timeout: 10_000,
  retries: 2,
  backoff: 1_000,
  longestWait: 60_000,
  redirects: 10,
  breaker: 6,
  pause: 15_000,
  allowPrivate: false,
  userAgent: 'tgik (link checker of show notes)',
};
