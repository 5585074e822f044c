import type { ComputedProblem } from '../../core/diagnostics/computeProblems.js';
import type { Facts, QuickFix, Severity } from '../../core/diagnostics/rule.js';
import { computeFixes } from '../../core/quickFixes/index.js';
import { bomLength } from '../../core/text/byteOrderMark.js';
import { Lines } from '../../core/text/lines.js';
import type { Span } from '../../core/text/span.js';

/** 1-based; columns in UTF-16 units; the end is where the next character would be. */
export interface JsonRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One problem as `tgik check` prints it. A public interface: fields are added, never changed. */
export interface JsonProblem extends JsonRange {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly JsonFix[];
}

export interface JsonFix {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly (JsonRange & { readonly newText: string })[];
}

/** The problems of one note with their places and fixes. */
export function jsonProblems(file: string, facts: Facts, problems: readonly ComputedProblem[]): JsonProblem[] {
  const rangeOf = rangesIn(facts.episode.syntax.text);
  return problems.map((problem) => ({
    file,
    ...rangeOf(problem.span),
    code: problem.code,
    severity: problem.severity,
    message: problem.message,
    fixes: computeFixes(facts, problem).map((fix) => jsonFix(fix, rangeOf)),
  }));
}

const jsonFix = ({ title, preferred, edits }: QuickFix, rangeOf: (span: Span) => JsonRange): JsonFix => ({
  title,
  preferred,
  edits: edits.map(({ span, newText }) => ({ ...rangeOf(span), newText })),
});

/** Places as an editor counts them: a BOM is no column. */
function rangesIn(text: string): (span: Span) => JsonRange {
  const lines = new Lines(text);
  const bom = bomLength(text);
  const at = (offset: number): { line: number; column: number } => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: Math.max(0, line === 0 ? character - bom : character) + 1 };
  };
  return ({ start, end }) => {
    const { line: endLine, column: endColumn } = at(end);
    return { ...at(start), endLine, endColumn };
  };
}
