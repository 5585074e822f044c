import type { Severity } from '../../core/diagnostics/rule.js';
import { rules } from '../../core/diagnostics/rules/index.js';
import { readSeverities, type Severities } from '../../core/diagnostics/severities.js';
import { SHOW_FILE } from '../../core/show/parseShowFile.js';
import { type Io, UsageError, warn } from '../io.js';

const LEVELS: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];

const isRule = (code: string): boolean => rules.some((rule) => rule.code === code);

/** The show's severities, with those of `--rule code=severity` over them. What the show's file has wrong is said and skipped. */
export function severitiesFor(ofShow: Readonly<Record<string, string>>, given: readonly string[], io: Io): Severities {
  const known = readSeverities(ofShow);
  for (const [code, level] of Object.entries(ofShow)) {
    if (!isRule(code)) warn(io, `${SHOW_FILE}: there is no rule ${code}.`);
    else if (known[code] === undefined) warn(io, `${SHOW_FILE}: ${code} is ${level}. Expected ${LEVELS.join(', ')}.`);
  }
  return { ...known, ...Object.fromEntries(given.map(parseRule)) };
}

/** `link.empty-target=off` */
function parseRule(given: string): [string, Severity | 'off'] {
  const equals = given.indexOf('=');
  const code = equals < 0 ? given : given.slice(0, equals);
  if (!isRule(code)) throw new UsageError(`--rule ${given}: there is no rule ${code}.`);
  const written = given.slice(code.length + 1);
  const level = LEVELS.find((one) => one === written);
  if (level === undefined) throw new UsageError(`--rule ${given}: expected ${code}= and one of ${LEVELS.join(', ')}.`);
  return [code, level];
}
