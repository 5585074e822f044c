/** `Retry-After: 120` or `Retry-After: Wed, 21 Oct 2015 07:28:00 GMT` → milliseconds from `now`; undefined for neither. */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const words = value?.trim() ?? '';
  if (/^\d+$/.test(words)) return Number(words) * 1000;
  const date = /[a-z]/i.test(words) ? Date.parse(words) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
