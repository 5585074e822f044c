/** `Retry-After: 120` or `Retry-After: Wed, 21 Oct 2015 07:28:00 GMT` → milliseconds from `now`; undefined for neither. */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const words = value?.trim() ?? '';
  if (/^\d+$/.test(words)) return Number(words) * 1000;
  const date = /[a-z]/i.test(words) ? Date.parse(words) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** What is larger is a time, not a wait. */
const YEARS = 1_000_000_000;

/** `X-RateLimit-Reset: 1700000000`, as GitHub says it, or `…: 30`, in seconds both → milliseconds from `now`. */
export function parseReset(value: string | null, now: number): number | undefined {
  if (!/^\d+$/.test(value ?? '')) return undefined;
  const seconds = Number(value);
  return Math.max(0, seconds > YEARS ? seconds * 1000 - now : seconds * 1000);
}
