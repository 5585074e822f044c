/** One link that need not be right until a day: `{ "url": "https://…", "until": "2024-06-01", "reason": "moving house" }` */
export interface IgnoredLink {
  readonly url: string;
  /** `YYYY-MM-DD`; that day itself still counts. */
  readonly until: string;
  readonly reason: string;
}

export interface ParsedIgnoredLinks {
  readonly ignored: readonly IgnoredLink[];
  /** In plain words. */
  readonly problems: readonly string[];
}

/** Reads `links` of `.tgik.json`. What is wrong there is said and left out. */
export function parseIgnoredLinks(links: unknown): ParsedIgnoredLinks {
  if (links === undefined) return { ignored: [], problems: [] };
  const list = isObject(links) ? (links.ignore ?? []) : undefined;
  if (!Array.isArray(list)) return { ignored: [], problems: ['“links” is wrong. Expected { "ignore": [ … ] }.'] };
  const ignored = list.filter(isIgnoredLink);
  const wrong = list.filter((one) => !isIgnoredLink(one));
  const say = (one: unknown): string =>
    `“links.ignore” has ${JSON.stringify(one)}. Expected { "url": …, "until": "YYYY-MM-DD", "reason": … }.`;
  return { ignored, problems: wrong.map(say) };
}

/** Whether a link is ignored on a day, `YYYY-MM-DD`. Fragments do not matter. */
export const isIgnored = (ignored: readonly IgnoredLink[], url: string, today: string): boolean =>
  ignored.some((one) => withoutFragment(one.url) === withoutFragment(url) && today <= one.until);

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '').replace(/^(\w+:\/\/[^/?]+)$/, '$1/');

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isIgnoredLink = (value: unknown): value is IgnoredLink =>
  isObject(value) &&
  typeof value.url === 'string' &&
  typeof value.until === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value.until) &&
  typeof value.reason === 'string';
