import type { Severity } from '../../core/diagnostics/rule.js';
import type { JsonProblem } from '../check/jsonProblem.js';
import { plainLine } from '../io.js';

/** `1 note`, `2 notes` */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** `episodes/099/README.md:12:29 error link.empty-target …`, one line each, and a summary. */
export const problemsText = (problems: readonly JsonProblem[], noteCount: number): string =>
  `${[...problems.map(problemLine), summary(problems, noteCount)].join('\n')}\n`;

const problemLine = ({ file, line, column, severity, code, message }: JsonProblem): string =>
  `${plainLine(file)}:${line}:${column} ${severity} ${code} ${plainLine(message)}`;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

function summary(problems: readonly JsonProblem[], noteCount: number): string {
  const notes = counted(noteCount, 'note');
  if (problems.length === 0) return `No problems in ${notes}`;
  const parts = SEVERITIES.map((severity) => [severity, problems.filter((one) => one.severity === severity)] as const)
    .filter(([, all]) => all.length > 0)
    .map(([severity, all]) => (severity === 'info' ? `${all.length} info` : counted(all.length, severity)));
  return `${counted(problems.length, 'problem')} (${parts.join(', ')}) in ${notes}`;
}
