import * as vscode from 'vscode';
import { computeFixes } from '../../../core/quickFixes/index.js';
import { toRange, toTextEdits } from '../../adapters/convert.js';
import type { NoteProblems } from './noteProblems.js';

/** Quick fixes, computed from the document as it is now. */
export class QuickFixes implements vscode.CodeActionProvider {
  readonly #problems: NoteProblems;

  constructor(problems: NoteProblems) {
    this.#problems = problems;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const judged = await this.#problems.judge(document);
    if (!judged || judged.version !== document.version) return [];
    return judged.problems
      .filter(({ span }) => toRange(document, span).intersection(range) !== undefined)
      .flatMap((problem) => {
        const shown = context.diagnostics.filter(
          (one) => one.code === problem.code && one.range.isEqual(toRange(document, problem.span)),
        );
        return computeFixes(judged.facts, problem).map((fix) => {
          const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
          action.edit = new vscode.WorkspaceEdit();
          action.edit.set(document.uri, toTextEdits(document, fix.edits));
          action.isPreferred = fix.preferred;
          action.diagnostics = shown;
          return action;
        });
      });
  }
}
