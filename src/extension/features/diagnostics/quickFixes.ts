import * as vscode from 'vscode';
import type { ComputedProblem } from '../../../core/diagnostics/computeProblems.js';
import { fixAll } from '../../../core/diagnostics/safeFixes.js';
import { computeFixes } from '../../../core/quickFixes/index.js';
import { slice } from '../../../core/text/span.js';
import { codeOf, toRange, toTextEdits } from '../../adapters/convert.js';
import { inUserLanguage } from '../../adapters/inUserLanguage.js';
import { showInformation } from '../../adapters/messages.js';
import type { Judged, NoteProblems } from './noteProblems.js';
import { suppressActions } from './suppressActions.js';

/** All safe fixes of a note at once: `"editor.codeActionsOnSave": { "source.fixAll.tgik": "explicit" }`. */
export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('tgik');

/** How an action is made for a note as it is then. */
type Make = (document: vscode.TextDocument, judged: Judged) => vscode.CodeAction[] | Promise<vscode.CodeAction[]>;

/** Quick fixes, offered by their names; what they edit is computed once one is chosen, from the document as it is then. */
export class QuickFixes implements vscode.CodeActionProvider {
  readonly #problems: NoteProblems;
  readonly #offers = new WeakMap<vscode.CodeAction, { readonly document: vscode.TextDocument; readonly make: Make }>();

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
    if (only?.contains(FIX_ALL)) return this.#offer(document, judged, fixAllAction);
    const here = judged.problems.filter(({ span }) => toRange(document, span).intersection(range) !== undefined);
    const offers = [fixActions, suppressActions].flatMap((make) =>
      here.map(async (problem) => {
        const again = findAgain(judged, problem);
        const actions = await this.#offer(document, judged, (...now) => {
          const same = again(now[1]);
          return same ? make(...now, same) : [];
        });
        return attach(document, diagnostics, problem, actions);
      }),
    );
    const actions = (await Promise.all(offers)).flat();
    return judged.version === document.version ? actions : [];
  }

  /** A menu may have stood open while the note changed, and VS Code would not mind. */
  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    const { document, make } = this.#offers.get(action) ?? {};
    const judged = document && (await this.#problems.judge(document));
    const made = document && judged && make ? await make(document, judged) : [];
    const same = made.find(({ title }) => title === action.title);
    if (same?.edit && judged?.version === document?.version) action.edit = same.edit;
    else void showInformation(vscode.l10n.t('The note has changed meanwhile. Try again.'));
    return action;
  }

  async #offer(document: vscode.TextDocument, judged: Judged, make: Make): Promise<vscode.CodeAction[]> {
    const actions = await make(document, judged);
    for (const action of actions) {
      delete action.edit;
      this.#offers.set(action, { document, make });
    }
    return actions;
  }
}

/** Finds the same problem in what is judged later: the same of as many of its kind in the same words. */
function findAgain(judged: Judged, problem: ComputedProblem): (now: Judged) => ComputedProblem | undefined {
  const words = wordsOf(judged, problem);
  const alike = (one: Judged): ComputedProblem[] =>
    one.problems.filter((other) => other.code === problem.code && wordsOf(one, other) === words);
  const then = alike(judged);
  return (now) => {
    const found = alike(now);
    return found.length === then.length ? found[then.indexOf(problem)] : undefined;
  };
}

const wordsOf = ({ facts }: Judged, { span }: ComputedProblem): string => slice(facts.episode.syntax.text, span);

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
