import type { Severity } from './rule.js';
import { rules } from './rules/index.js';

/** Rule code → what to do with its problems; rules that are not named keep their own severity. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

const LEVELS: readonly string[] = ['error', 'warning', 'info', 'hint', 'off'];

/** Keeps what names a rule and a severity; anything else counts as not set. */
export function readSeverities(settings: Readonly<Record<string, unknown>>): Severities {
  const known = new Set(rules.map(({ code }) => code));
  const valid = Object.entries(settings).filter(
    (entry): entry is [string, Severity | 'off'] =>
      known.has(entry[0]) && typeof entry[1] === 'string' && LEVELS.includes(entry[1]),
  );
  return Object.fromEntries(valid);
}
