/** Why no answer came, or none was asked for. */
export type Failure =
  | 'missing-host'
  | 'look-up'
  | 'timeout'
  | 'reset'
  | 'refused'
  | 'certificate'
  | 'network'
  | 'private'
  | 'offline';

export interface StatusAnswer {
  readonly kind: 'status';
  readonly status: number;
  readonly location: string | null;
  /** Whether a bot wall answered instead of the page. */
  readonly wall: boolean;
  /** Whether it wants a cookie back, which it never gets. */
  readonly cookie: boolean;
  /** Only where it was asked for. */
  readonly text: string | null;
}

/** What became of one request. */
export type Answer =
  | StatusAnswer
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'heldBack'; readonly reason: string };

/** Codes of Node, undici, OpenSSL and Chromium, in the order they are looked for. */
const FAILURES: readonly (readonly [Failure, RegExp])[] = [
  ['missing-host', /ENOTFOUND|ERR_NAME_NOT_RESOLVED/],
  ['look-up', /EAI_|ERR_DNS/],
  ['certificate', /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO|certificate/],
  ['refused', /ECONNREFUSED|ERR_CONNECTION_REFUSED/],
  ['timeout', /TIMEOUT|ETIMEDOUT|TIMED_OUT/],
  [
    'reset',
    /ECONNRESET|EPIPE|UND_ERR_SOCKET|HPE_|ERR_CONNECTION_(?:RESET|CLOSED)|ERR_EMPTY_RESPONSE|other side closed/,
  ],
];

/** What a rejected `fetch` means: the codes are looked for in the error, its causes and their parts. */
export function failureOf(error: unknown): Failure {
  const words = wordsOf(error, 0);
  return FAILURES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'network';
}

function wordsOf(error: unknown, depth: number): string {
  if (typeof error !== 'object' || error === null || depth > 4) return '';
  const { code, message, cause, errors } = error as Record<string, unknown>;
  const parts = Array.isArray(errors) ? errors.map((one) => wordsOf(one, depth + 1)) : [];
  return [code, message, wordsOf(cause, depth + 1), ...parts].filter(Boolean).join(' ');
}

/** `cf-mitigated: challenge`, `x-amzn-waf-action: challenge`, … */
const WALL_HEADERS: readonly (readonly [string, RegExp])[] = [
  ['cf-mitigated', /./],
  ['x-amzn-waf-action', /challenge|captcha/i],
  ['x-sucuri-block', /./],
  ['x-datadome', /protected/i],
];

export const isWall = (headers: { get(name: string): string | null }): boolean =>
  WALL_HEADERS.some(([name, pattern]) => pattern.test(headers.get(name) ?? ''));
