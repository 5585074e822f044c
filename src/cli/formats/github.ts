import type { Severity } from '../../core/diagnostics/rule.js';
import type { JsonProblem } from '../check/jsonProblem.js';

const COMMANDS = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
} as const satisfies Record<Severity, string>;

/** Workflow commands: GitHub shows each beside its line. */
export const githubText = (problems: readonly JsonProblem[]): string =>
  problems.map((problem) => `${problemLine(problem)}\n`).join('');

const problemLine = ({ file, line, column, endLine, endColumn, code, severity, message }: JsonProblem): string =>
  annotation(COMMANDS[severity], { file, line, col: column, endLine, endColumn, title: code }, message);

/** `::error file=…,line=12,col=29,endLine=12,endColumn=34,title=link.empty-target::message` */
export function annotation(
  command: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${command} ${written.join(',')}::${escapeData(message)}`;
}

const escapeData = (words: string): string =>
  words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (words: string): string => escapeData(words).replaceAll(':', '%3A').replaceAll(',', '%2C');
