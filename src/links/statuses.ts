import type { Answer } from './answer.js';

export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Whether a redirect is meant for good. */
export const isPermanentStatus = (status: number): boolean => status === 301 || status === 308;

export const isGone = (status: number): boolean => status === 404 || status === 410;

/** An answer that needs no second look. */
export const isFine = (answer: Answer): boolean => answer.kind === 'status' && answer.status < 400 && !answer.wall;

/** What HEAD alone may be refused with: the page is asked for at once. */
export const isOnlyHead = (status: number): boolean =>
  status < 500 ? status !== 429 : ![502, 503, 504].includes(status);

/** What may pass, so that it is asked again later. */
export const mayPass = (answer: Answer): boolean =>
  answer.kind === 'failure' ||
  (answer.kind === 'status' && (answer.status === 429 || answer.status >= 500) && answer.status !== 999);
