import type { Verdict } from '../core/links/linkVerdict.js';
import type { Answer, Failure } from './answer.js';
import type { Ending } from './follow.js';
import { isSignInPage } from './sites/index.js';
import { isGone } from './statuses.js';

/** A verdict and the clause that says why. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string;
}

const FAILURES: Readonly<Record<Exclude<Failure, 'offline'>, Judgement>> = {
  'missing-host': { verdict: 'dead', reason: 'its host does not exist' },
  'look-up': { verdict: 'unreachable', reason: 'its host could not be looked up' },
  timeout: { verdict: 'unreachable', reason: 'no answer came in time' },
  reset: { verdict: 'unreachable', reason: 'the connection broke' },
  refused: { verdict: 'unreachable', reason: 'the connection was refused' },
  certificate: { verdict: 'unreachable', reason: 'its certificate is not sound' },
  network: { verdict: 'unreachable', reason: 'the request failed' },
  private: { verdict: 'blocked', reason: 'it leads to a private address, which is not asked' },
};

export const OWN_FILE: Judgement = { verdict: 'ok', reason: 'it is a file of this show' };

/** Whether a verdict was found without asking anybody, so that it is found again at no cost where things have changed. */
export const isFoundHere = ({ reason }: Judgement): boolean =>
  reason === OWN_FILE.reason || reason === FAILURES.private.reason;

/** What the end of a link's way means; undefined where this machine is offline and nothing is known. */
export function judgeEnding(
  { answer, endless, cookie, lasting, url, hops }: Ending,
  start: string,
): Judgement | undefined {
  if (endless === 'nowhere') return { verdict: 'unreachable', reason: 'it redirects without saying where to' };
  if (endless && cookie)
    return { verdict: 'blocked', reason: 'it redirects in a circle unless it gets its cookie back' };
  if (endless) {
    return { verdict: 'dead', reason: endless === 'circle' ? 'it redirects in a circle' : 'its redirects do not end' };
  }
  if (hops > 0 && isSignInPage(url)) return { verdict: 'blocked', reason: 'it asks to sign in' };
  const judged = judgeAnswer(answer);
  if (judged?.verdict === 'ok' && lasting !== start) return { verdict: 'moved', reason: 'it has moved for good' };
  return judged;
}

/** The same of one answer that is no redirect. */
export function judgeAnswer(answer: Answer): Judgement | undefined {
  if (answer.kind === 'heldBack') {
    const verdict = /answers 4\d\d/.test(answer.reason) ? 'blocked' : 'unreachable';
    return { verdict, reason: `it was not asked: ${answer.reason}` };
  }
  if (answer.kind === 'failure') return answer.failure === 'offline' ? undefined : FAILURES[answer.failure];
  const { status, wall } = answer;
  const reason = `it answers ${status}`;
  if (wall) return { verdict: 'blocked', reason: 'a bot wall answers' };
  if (status < 400) return { verdict: 'ok', reason };
  if (isGone(status)) return { verdict: 'dead', reason };
  return { verdict: status >= 500 && status < 600 ? 'unreachable' : 'blocked', reason };
}
