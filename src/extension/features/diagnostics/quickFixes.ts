import * as vscode from 'vscode';
import type { ComputedProblem } from '../../../core/diagnostics/computeProblems.js';
import { fixAll } from '../../../core/diagnostics/safeFixes.js';
import { computeFixes } from '../../../core/quickFixes/index.js';
import { codeOf, toRange, toTextEdits } from '../../adapters/convert.js';
import { inUserLanguage } from '../../adapters/inUserLanguage.js';
import type { Judged, NoteProblems } from './noteProblems.js';
import { suppressActions } from './suppressActions.js';

/** All safe fixes of a note at once: `"editor.codeActionsOnSave": { "source.fixAll.tgik": "explicit" }`. */
export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('tgik');

/** Quick fixes, computed from the document as it is now. */
export class QuickFixes implements vscode.CodeActionProvider {
  readonly #problems: NoteProblems;

  constructor(problems: NoteProblems) {
    this.#problems = problems;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics, only }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const judged = await this.#problems.judge(document);
    if (!judged || judged.version !== document.version || token.isCancellationRequested) return [];
    if (only?.contains(FIX_ALL)) return fixAllAction(document, judged);
    const here = judged.problems.filter(({ span }) => toRange(document, span).intersection(range) !== undefined);
    const fixes = here.flatMap((problem) =>
      attach(document, diagnostics, problem, fixActions(document, judged, problem)),
    );
    const quiet = await Promise.all(
      here.map(async (problem) =>
        attach(document, diagnostics, problem, await suppressActions(document, judged, problem)),
      ),
    );
    return judged.version === document.version ? [...fixes, ...quiet.flat()] : [];
  }
}

const fixActions = (document: vscode.TextDocument, { facts }: Judged, problem: ComputedProblem): vscode.CodeAction[] =>
  computeFixes(facts, problem).map((fix) => {
    const action = new vscode.CodeAction(inUserLanguage(fix.title), vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.set(document.uri, toTextEdits(document, fix.edits));
    action.isPreferred = fix.preferred;
    return action;
  });

/** Tells which of the diagnostics shown an action is for. */
function attach(
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
  { code, span }: ComputedProblem,
  actions: readonly vscode.CodeAction[],
): readonly vscode.CodeAction[] {
  const range = toRange(document, span);
  const shown = diagnostics.filter((one) => codeOf(one) === code && one.range.isEqual(range));
  for (const action of actions) action.diagnostics = [...shown];
  return actions;
}

function fixAllAction(document: vscode.TextDocument, { facts, problems }: Judged): vscode.CodeAction[] {
  const edits = fixAll(facts, problems);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Fix all safe problems of this note'), FIX_ALL);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, toTextEdits(document, edits));
  return [action];
}
