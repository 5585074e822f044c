import * as v from 'valibot';
import { decodePath, leadsElsewhere } from '../text/paths.js';
import { type Show, TGIK } from './show.js';

const domain = v.pipe(
  v.string(),
  v.regex(/^(?:[\w-]+(?:\.[\w-]+)+(?:\/[\w./-]*[\w-])?)?$/, 'a domain without https://, such as tgik.io'),
);

/** A path below the show's root: relative, with `/`, climbing nowhere. */
const inside = (path: string): boolean =>
  [path, decodePath(path)].every(
    (one) => !one.startsWith('/') && !leadsElsewhere(one) && !one.split('/').includes('..'),
  );
const relativePath = v.pipe(v.string(), v.check(inside, 'a path inside the show, such as notes/index.md'));

const FIELDS = {
  name: v.pipe(v.string(), v.minLength(1, 'a name')),
  shortLink: domain,
  notes: v.pipe(
    relativePath,
    v.check(
      (path) => /^(?:[^{}]+\/)?[^{}/]*\{number\}[^{}/]*(?:\/[^{}]+)?$/.test(path),
      'a path with {number} once, such as episodes/{number}/README.md',
    ),
  ),
  numberWidth: v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'at least 1'), v.maxValue(9, 'at most 9')),
  index: relativePath,
  template: relativePath,
  weekday: v.picklist(
    ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
    'a day such as friday',
  ),
  timeZone: v.pipe(v.string(), v.check(isTimeZone, 'a time zone such as Europe/Berlin')),
  hostLine: v.pipe(v.string(), v.includes('{hosts}', 'a line with {hosts}, such as Hosted by {hosts}')),
  ignoreUrls: v.array(v.string('a list of URLs, * for anything'), 'a list of URLs, * for anything'),
} as const satisfies Record<keyof Show, v.GenericSchema>;

export const SHOW_KEYS = Object.keys(FIELDS) as (keyof Show)[];

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export interface ShowProblem {
  readonly key: string;
  readonly message: string;
}

/** The settings of a show, and what was wrong with them: a wrong value counts as not set. */
export interface ParsedShow {
  readonly show: Show;
  readonly problems: readonly ShowProblem[];
}

/** Reads settings over those of `base`. `settings` may be anything; keys that are not the show's are left alone. */
export function parseShow(settings: unknown, base: Show = TGIK): ParsedShow {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    return { show: base, problems: [{ key: '', message: 'Expected an object of settings.' }] };
  }
  const values: Record<string, unknown> = {};
  const problems: ShowProblem[] = [];
  for (const key of SHOW_KEYS) {
    const value: unknown = (settings as Record<string, unknown>)[key];
    if (value === undefined) continue;
    const result = v.safeParse(FIELDS[key], value);
    if (result.success) values[key] = result.output;
    else problems.push({ key, message: `“${key}” is ${JSON.stringify(value)}. Expected ${result.issues[0].message}.` });
  }
  return { show: { ...base, ...values }, problems };
}
