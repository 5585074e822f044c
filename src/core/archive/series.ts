import { mapInSteps, type Steps } from '../text/steps.js';

/** The words behind a title's number, and what colons part them into. */
export interface TitleWords {
  readonly title: string;
  readonly segments: readonly string[];
}

/** What a title says of its series. */
export interface SeriesAndTopic {
  readonly series: string | null;
  readonly topic: string | null;
}

export const NO_SERIES: SeriesAndTopic = { series: null, topic: null };

/** `Continuing X`, `Continue X`, `X Part 2`, `X: take 2`, `X (part 2/3)` */
const CONTINUES = /^continu(?:ing|e)\s+(?:the\s+|with\s+)?/i;
const PART = /(?<![\s,:–—-])[\s,:–—-]*\(?\b(?:part|take)\s+\d+(?:\s*(?:\/|of)\s*\d+)?\)?\s*$/i;

const key = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ').trim();

/** `Grokking Kubernetes : kubelet` alone: series and topic as its segments suggest. */
export function seriesOfTitle(segments: readonly string[]): SeriesAndTopic {
  if (segments.length < 2) return NO_SERIES;
  return { series: segments.slice(0, -1).join(' : '), topic: segments.at(-1) ?? null };
}

/** The words a continuation mark leaves: `Continuing Minecraft Controller` → `Minecraft Controller`. null without a mark. */
function continuedWords(title: string): string | null {
  const rest = title.replace(CONTINUES, '').replace(PART, '').trim();
  return rest !== '' && rest !== title.trim() ? rest : null;
}

/** `kube-apiserver Part 2` → `kube-apiserver` */
export const withoutPart = (topic: string): string => topic.replace(PART, '').trim();

/**
 * Series and topic of each title of a show. A segment is a series only where another title shares it; a title that
 * continues another (`Part 2`, `Continuing …`) is in a series with it.
 */
export function* resolveSeries(titles: readonly TitleWords[]): Steps<SeriesAndTopic[]> {
  const counts = new Map<string, number>();
  yield* mapInSteps(titles, (title) => {
    for (const prefix of prefixes(title)) counts.set(key(prefix), (counts.get(key(prefix)) ?? 0) + 1);
  });
  const continuation = yield* continuations(titles);
  return yield* mapInSteps(titles, (title) => {
    const shared = prefixes(title).find((prefix) => (counts.get(key(prefix)) ?? 0) > 1);
    if (shared !== undefined)
      return { series: shared, topic: title.segments.slice(shared.split(' : ').length).join(' : ') };
    return { series: continuation(title.title), topic: null };
  });
}

/** `a : b : c` → `a : b`, `a`: the longest shared one counts. */
function prefixes({ segments }: TitleWords): string[] {
  return segments.slice(0, -1).map((_, at) => segments.slice(0, segments.length - 1 - at).join(' : '));
}

/** For a title, the words it shares with one that continues it, or that it continues itself; null for none. */
function* continuations(titles: readonly TitleWords[]): Steps<(title: string) => string | null> {
  /** What titles continue, the first of each. */
  const continued = new Map<string, { at: number; words: string }>();
  yield* mapInSteps(titles, ({ title }, at) => {
    const words = continuedWords(title);
    if (words !== null && !continued.has(key(words))) continued.set(key(words), { at, words });
  });
  /** Of what is continued, the first two titles that begin with it. */
  const begun = new Map<string, string[]>();
  yield* mapInSteps(titles, ({ title }) => {
    for (const start of starts(title)) {
      if (!continued.has(start)) continue;
      const known = begun.get(start) ?? [];
      begun.set(start, known);
      if (known.length < 2 && !known.includes(title)) known.push(title);
    }
  });
  return (title) => {
    const own = continuedWords(title);
    if (own !== null) return begun.get(key(own))?.some((other) => other !== title) ? own : null;
    const found = starts(title).flatMap((start) => continued.get(start) ?? []);
    return found.sort((a, b) => a.at - b.at)[0]?.words ?? null;
  };
}

/** `a b c` → `a`, `a b`, `a b c` */
function starts(title: string): string[] {
  const words = key(title);
  return [...words.matchAll(/ |$/g)].map(({ index }) => words.slice(0, index));
}
