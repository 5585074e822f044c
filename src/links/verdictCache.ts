import { type LinkVerdict, VERDICTS, type Verdict } from '../core/links/linkVerdict.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long a verdict holds. */
const LIFETIMES: Readonly<Record<Verdict, number>> = {
  ok: 14 * DAY,
  moved: 7 * DAY,
  dead: DAY,
  blocked: 30 * MINUTE,
  unreachable: 10 * MINUTE,
};

const VERSION = 1;

/** Whether a verdict still holds. One from the future does not. */
export const isFresh = ({ verdict, checkedAt }: LinkVerdict, now: number): boolean =>
  checkedAt <= now && now - checkedAt < LIFETIMES[verdict];

export const isGood = ({ verdict }: LinkVerdict): boolean => verdict === 'ok' || verdict === 'moved';

/** Verdicts by URL as one text; those long out of date are left out. */
export function writeVerdicts(verdicts: ReadonlyMap<string, LinkVerdict>, now: number): string {
  const kept = [...verdicts.values()].filter(({ checkedAt }) => now - checkedAt < 180 * DAY);
  return `${JSON.stringify({ version: VERSION, verdicts: kept })}\n`;
}

/** Undefined where the text is no such thing: it is dropped as a whole. */
export function readVerdicts(text: string): Map<string, LinkVerdict> | undefined {
  try {
    const json = JSON.parse(text) as { version?: unknown; verdicts?: unknown };
    if (json.version !== VERSION || !Array.isArray(json.verdicts) || !json.verdicts.every(isVerdict)) return undefined;
    return new Map(json.verdicts.map((one) => [one.url, one]));
  } catch {
    return undefined;
  }
}

function isVerdict(value: unknown): value is LinkVerdict {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Record<string, unknown>;
  const textOrNull = (field: unknown): boolean => field === null || typeof field === 'string';
  return (
    typeof one.url === 'string' &&
    VERDICTS.includes(one.verdict as Verdict) &&
    (one.status === null || Number.isInteger(one.status)) &&
    typeof one.reason === 'string' &&
    textOrNull(one.finalUrl) &&
    typeof one.permanent === 'boolean' &&
    Number.isInteger(one.attempts) &&
    textOrNull(one.title) &&
    Number.isFinite(one.checkedAt)
  );
}
