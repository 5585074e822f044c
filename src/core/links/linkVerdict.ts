/**
 * What asking a link's server told: there · elsewhere for good · gone · not to be known from outside · no answer.
 * `dead` is only said where it is certain.
 */
export type Verdict = 'ok' | 'moved' | 'dead' | 'blocked' | 'unreachable';

export const VERDICTS: readonly Verdict[] = ['dead', 'moved', 'unreachable', 'blocked', 'ok'];

/** What is known of one URL. */
export interface LinkVerdict {
  /** Without fragment and credentials. */
  readonly url: string;
  readonly verdict: Verdict;
  /** The last answer's; null where none came. */
  readonly status: number | null;
  /** In plain words, one clause: `answers 404`. */
  readonly reason: string;
  /** Where redirects lead; null where there are none. */
  readonly finalUrl: string | null;
  /** Whether every redirect on the way is meant for good. */
  readonly permanent: boolean;
  /** Requests made for this verdict. */
  readonly attempts: number;
  /** Of the page, where it was told without reading the page. */
  readonly title: string | null;
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
}
