import * as vscode from 'vscode';
import type { Services } from '../../services.js';
import { registerCheckShow } from './checkShow.js';
import { NoteProblems } from './noteProblems.js';
import { FIX_ALL, QuickFixes } from './quickFixes.js';
import { registerOpenRule } from './ruleLinks.js';

/** Problems of open notes while they are edited, their quick fixes, and the check of the whole show. */
export function registerDiagnostics(services: Services): vscode.Disposable {
  const problems = new NoteProblems(services);
  return vscode.Disposable.from(
    problems,
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, new QuickFixes(problems), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
    }),
    registerCheckShow(services, problems),
    registerOpenRule(services),
  );
}
