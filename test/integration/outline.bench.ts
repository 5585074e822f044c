// What a tick and a keystroke cost until the tree says what to draw, beside VS Code's own outline of the same text.
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { TGIK } from '../../src/core/show/show.js';
import { Episodes } from '../../src/extension/adapters/episodes.js';
import { NoteReader } from '../../src/extension/adapters/noteReader.js';
import { OutlineTree } from '../../src/extension/features/outline/outlineTree.js';
import { RecentEdits } from '../../src/extension/features/outline/recentEdits.js';

const RUNS = 25;
const root = path.join(__dirname, '../../..');
const seed = path.join(root, '../shared/seeds/099.md');
const sample = path.join(root, 'samples/episodes/012/README.md');
const note = fs.readFileSync(fs.existsSync(seed) ? seed : sample, 'utf8');
const outline = note.slice(note.indexOf('## Show Notes'));
const large = note + outline.repeat(Math.ceil((100_000 - note.length) / outline.length));

suite('the outline’s speed', () => {
  for (const [name, text] of [
    [`${(note.length / 1000).toFixed(1)} KB`, note],
    [`${(large.length / 1000).toFixed(0)} KB`, large],
  ] as const)
    for (const [what, char] of [
      ['tick', 'x'],
      ['keystroke', 'a'],
    ] as const)
      test(`${what}, ${name}`, async function () {
        this.timeout(120_000);
        const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
        await vscode.window.showTextDocument(document);
        const at = middle(text, what);
        const ours: number[] = [];
        const theirs: number[] = [];
        for (let run = 0; run < RUNS; run += 1) {
          ours.push(await untilDrawn(document, at, run % 2 ? ' ' : char));
          theirs.push(await symbols(document));
        }
        const [a, b] = [median(ours), median(theirs)];
        console.log(
          `${process.env.TGIK_MARK ?? ''}      ${what}, ${name}: tree ${range(ours)}, VS Code’s outline ${range(theirs)}, ratio ${(a / b).toFixed(2)}`,
        );
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      });
});

const tree = new OutlineTree();
const recent = new RecentEdits();
const episodes = new Episodes(new NoteReader(undefined, {} as vscode.LogOutputChannel));

/** A box, or a blank between words, near the middle of the outline. */
function middle(text: string, what: 'tick' | 'keystroke'): number {
  const from = text.indexOf('- [', text.length / 2 - 1);
  return what === 'tick' ? from + 3 : from + 6;
}

/** Milliseconds from VS Code's change event to the tree's. */
async function untilDrawn(document: vscode.TextDocument, at: number, char: string): Promise<number> {
  tree.show(document, episodes.of(document, TGIK), recent.take(document) ?? []);
  tree.getChildren();
  const drawn = new Promise<number>((resolve) => {
    let start = 0;
    const changed = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document) return;
      start = performance.now();
      tree.show(document, episodes.of(document, TGIK), recent.take(document) ?? []);
    });
    const told = tree.onDidChangeTreeData(() => {
      changed.dispose();
      told.dispose();
      resolve(performance.now() - start);
    });
  });
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + 1));
  edit.replace(document.uri, range, char === document.getText(range) ? '-' : char);
  await vscode.workspace.applyEdit(edit);
  return drawn;
}

async function symbols(document: vscode.TextDocument): Promise<number> {
  const start = performance.now();
  await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
  return performance.now() - start;
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[values.length >> 1] ?? 0;
const range = (values: readonly number[]): string => {
  const all = sorted(values);
  return `${median(all).toFixed(1)} ms (${all[0]?.toFixed(1)}–${all.at(-1)?.toFixed(1)})`;
};
