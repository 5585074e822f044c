import * as vscode from 'vscode';
import { guarded } from '../../adapters/guarded.js';
import { inUserLanguage } from '../../adapters/inUserLanguage.js';
import { isReadOnly } from '../../adapters/noteEdits.js';
import type { Services } from '../../services.js';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

type Snippets = readonly (readonly [name: string, Snippet])[];

/** Those that come with the extension, from the very file VS Code reads. */
async function readSnippets({ extensionUri }: Services): Promise<Snippets> {
  const file = vscode.Uri.joinPath(extensionUri, 'snippets/episode.code-snippets');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  return Object.entries(JSON.parse(text) as Record<string, Snippet>);
}

const bodyOf = ({ body }: Snippet): vscode.SnippetString => new vscode.SnippetString(body.join('\n'));

/**
 * The snippets where VS Code itself does not offer them: `tgik.insertSection` in the palette (an argument names the
 * prefix), and completions at the start of a line of a note.
 */
export function registerSections(services: Services): vscode.Disposable {
  let read: Promise<Snippets> | undefined;
  const snippets = (): Promise<Snippets> => {
    read ??= readSnippets(services);
    return read;
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      'tgik.insertSection',
      guarded(services.log, async (prefix?: unknown) => insertSection(await snippets(), prefix)),
    ),
    vscode.languages.registerCompletionItemProvider('markdown', {
      async provideCompletionItems(document, position) {
        const start = document.lineAt(position).text.slice(0, position.character);
        if (!/^\s*[\w-]*$/.test(start) || !(document.isUntitled || (await services.shows.isNote(document)))) return [];
        const typed = new vscode.Range(position.with({ character: start.search(/(?<![\w-])[\w-]*$/) }), position);
        return (await snippets()).map(([name, snippet]) => completionOf(name, snippet, typed));
      },
    }),
  );
}

function completionOf(name: string, snippet: Snippet, range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem(
    { label: snippet.prefix, description: inUserLanguage(name) },
    vscode.CompletionItemKind.Snippet,
  );
  item.detail = inUserLanguage(snippet.description);
  item.insertText = bodyOf(snippet);
  item.range = range;
  item.sortText = `~${snippet.prefix}`;
  return item;
}

async function insertSection(all: Snippets, prefix: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') throw new Error(vscode.l10n.t('Open the note of the episode first.'));
  const items = all.map(([name, snippet]) => ({
    label: inUserLanguage(name),
    description: inUserLanguage(snippet.description),
    snippet,
  }));
  const given = items.find(({ snippet }) => snippet.prefix === prefix);
  const picked = given ?? (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Insert Section') }));
  if (picked && ((await isReadOnly(editor.document)) || !(await editor.insertSnippet(bodyOf(picked.snippet)))))
    throw new Error(vscode.l10n.t('{0} could not be changed.', vscode.workspace.asRelativePath(editor.document.uri)));
}
