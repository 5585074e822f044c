import * as vscode from 'vscode';
import { rules } from '../../../core/diagnostics/rules/index.js';
import { codeOf } from '../../adapters/convert.js';
import { guarded } from '../../adapters/guarded.js';
import type { Services } from '../../services.js';

const COMMAND = 'tgik.openRule';

/** A diagnostic’s code with the page behind it, which the Problems panel links to. */
export const linkedCode = (code: string): { value: string; target: vscode.Uri } => ({
  value: code,
  target: vscode.Uri.from({ scheme: 'command', path: COMMAND, query: JSON.stringify([code]) }),
});

/** `tgik.openRule`: the page of a rule, which comes with the extension; by keys that of the problem at the cursor, else the list. */
export const registerOpenRule = ({ log, extensionUri }: Services): vscode.Disposable =>
  vscode.commands.registerCommand(
    'tgik.openRule',
    guarded(log, async (code: unknown) => {
      const asked = code ?? codeAtCursor();
      const rule = rules.find((one) => one.code === asked);
      const page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule?.code ?? 'README'}.md`);
      const commands = await vscode.commands.getCommands(true);
      if (commands.includes('markdown.showPreview')) await vscode.commands.executeCommand('markdown.showPreview', page);
      else await vscode.window.showTextDocument(page, { preview: true });
    }),
  );

function codeAtCursor(): string | undefined {
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  const problems = document ? vscode.languages.getDiagnostics(document.uri) : [];
  const here = problems.find(({ source, range }) => source === 'tgik' && selection?.intersection(range));
  return here && codeOf(here);
}
