import * as vscode from 'vscode';
import type { ComputedProblem } from '../../../core/diagnostics/computeProblems.js';
import { codeOf, toSeverity } from '../../adapters/convert.js';
import { inUserLanguage } from '../../adapters/inUserLanguage.js';
import { linkedCode } from './ruleLinks.js';

export function toDiagnostic(
  range: vscode.Range,
  { code, message, severity, tag }: ComputedProblem,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, inUserLanguage(message), toSeverity(severity));
  diagnostic.source = 'tgik';
  diagnostic.code = linkedCode(code);
  if (tag === 'unnecessary') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}

/** Of what is found now, what was shown before: the same words, else the same code, each as often as it was there. */
export function knownOf(
  found: readonly vscode.Diagnostic[],
  shown: readonly vscode.Diagnostic[],
): readonly vscode.Diagnostic[] {
  const left = [...shown];
  const take = (matches: (one: vscode.Diagnostic) => boolean): boolean => {
    const at = left.findIndex(matches);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const same = new Set(
    found.filter((now) => take((one) => codeOf(one) === codeOf(now) && one.message === now.message)),
  );
  return found.filter((now) => same.has(now) || take((one) => codeOf(one) === codeOf(now)));
}
