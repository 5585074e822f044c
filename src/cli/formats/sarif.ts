import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import type { Severity } from '../../core/diagnostics/rule.js';
import { rules } from '../../core/diagnostics/rules/index.js';
import type { JsonFix, JsonProblem, JsonRange } from '../check/jsonProblem.js';

const LEVELS = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
} as const satisfies Record<Severity, string>;

const ROOT = '%SRCROOT%';

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarifText(problems: readonly JsonProblem[]): string {
  const run = {
    tool: { driver: { name: 'tgik', version, rules: rules.map(ruleOf) } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the show.' } } },
    results: problems.map(resultOf),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const ruleOf = ({ code, description, severity }: (typeof rules)[number]) => ({
  id: code,
  shortDescription: { text: description },
  defaultConfiguration: { level: LEVELS[severity] },
});

const resultOf = (problem: JsonProblem) => ({
  ruleId: problem.code,
  ruleIndex: rules.findIndex(({ code }) => code === problem.code),
  level: LEVELS[problem.severity],
  message: { text: problem.message },
  locations: [{ physicalLocation: { artifactLocation: artifact(problem.file), region: region(problem) } }],
  ...(problem.fixes.length === 0 ? {} : { fixes: problem.fixes.map((fix) => fixOf(fix, problem.file)) }),
});

const fixOf = ({ title, edits }: JsonFix, file: string) => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: artifact(file),
      replacements: edits.map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.newText } })),
    },
  ],
});

const region = ({ line, column, endLine, endColumn }: JsonRange) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

/** A path from the root as a URI reference; a file elsewhere by its own URI. */
const artifact = (file: string) =>
  isAbsolute(file)
    ? { uri: pathToFileURL(file).href }
    : { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
