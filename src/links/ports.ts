/** What link checking needs of the world. Nothing in this folder reaches it in another way. */
export interface LinkPorts {
  readonly fetch: Fetch;
  lookUp(host: string): Promise<LookUp>;
  readonly clock: Clock;
  /** 0 ≤ x < 1 */
  random(): number;
  /** Whether this machine reaches any network; asked before a host is called missing. */
  isOnline(): Promise<boolean>;
  /** Where the show's own repository has the file a URL names: true or false where that can be seen on the disk. */
  ownFile?(url: string): Promise<boolean | undefined>;
  /** Every request, one line. */
  trace?(line: string): void;
}

export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

export interface FetchInit {
  readonly method: 'HEAD' | 'GET';
  readonly headers: Readonly<Record<string, string>>;
  readonly redirect: 'manual';
  readonly credentials: 'omit';
  readonly signal: AbortSignal;
  /** The host's addresses that were judged; a client that can, connects to no others. */
  readonly addresses?: readonly string[];
}

/** As much of a `Response` as is used. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { cancel(): Promise<void> } | null;
  text(): Promise<string>;
}

/** A host's addresses; `missing`: there is no such host; `failed`: nobody could say; `unknown`: a proxy looks it up. */
export type LookUp = readonly string[] | 'missing' | 'failed' | 'unknown';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once, `ms` later; gives how to call it off. */
  after(ms: number, run: () => void): () => void;
}
