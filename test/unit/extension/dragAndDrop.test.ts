import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { TGIK } from '../../../src/core/show/show.js';
import { diffSpan } from '../../../src/core/text/diffSpan.js';
import { Lines } from '../../../src/core/text/lines.js';
import { applyEdits } from '../../../src/core/text/span.js';
import type { Episodes } from '../../../src/extension/adapters/episodes.js';
import type { NoteEdits } from '../../../src/extension/adapters/noteEdits.js';
import type { DragAndDrop } from '../../../src/extension/features/outline/dragAndDrop.js';
import type { OutlineContext } from '../../../src/extension/features/outline/outlineContext.js';
import type { OutlineRow } from '../../../src/extension/features/outline/outlineRow.js';
import type { OutlineRows } from '../../../src/extension/features/outline/outlineRows.js';
import { loadWithVscode } from '../../support/loadWithVscode.js';

const TEXT = '# T\n\n## Show Notes\n\n- [ ] a\n  - [x] b\n- [ ] c\n';
const MOVED = '# T\n\n## Show Notes\n\n- [ ] c\n- [ ] a\n  - [x] b\n';

interface Modules {
  readonly DragAndDrop: typeof DragAndDrop;
  readonly NoteEdits: typeof NoteEdits;
  readonly Episodes: typeof Episodes;
  readonly OutlineRows: typeof OutlineRows;
}

/** What happens to an edit on its way. */
type Fate = (document: TypedDocument) => 'taken' | 'refused';

class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class TypedDocument {
  version = 1;
  readonly isUntitled = true;
  isClosed = false;
  readonly uri = { toString: () => 'untitled:note' };
  constructor(public text: string) {}
  readonly getText = (): string => this.text;
  readonly positionAt = (offset: number): Position => {
    const { line, character } = new Lines(this.text).positionAt(offset);
    return new Position(line, character);
  };
  readonly offsetAt = ({ line, character }: Position): number => new Lines(this.text).offsetAt(line, character);
  type(text: string): void {
    this.text = text;
    this.version += 1;
  }
}

suite('dragging in the outline', () => {
  const warnings: string[] = [];
  let fate: Fate;
  let document: TypedDocument;

  const window = {
    visibleTextEditors: [],
    showWarningMessage: async (words: string) => void warnings.push(words),
  };
  class DataTransferItem {
    constructor(readonly value: unknown) {}
    readonly asString = async (): Promise<string> => String(this.value);
  }
  class WorkspaceEdit {
    edits: readonly { range: { start: Position; end: Position }; newText: string }[] = [];
    set(_: unknown, edits: typeof this.edits): void {
      this.edits = edits;
    }
  }
  const applyEdit = async ({ edits }: WorkspaceEdit): Promise<boolean> => {
    if (fate(document) === 'refused') return false;
    document.type(
      applyEdits(
        document.text,
        edits.map(({ range: { start, end }, newText }) => ({
          span: { start: document.offsetAt(start), end: document.offsetAt(end) },
          newText,
        })),
      ),
    );
    return true;
  };
  const api = {
    ...{ window, Position, DataTransferItem, WorkspaceEdit, l10n: { t: (words: string) => words } },
    workspace: { applyEdit, asRelativePath: () => 'note' },
    DiagnosticSeverity: {},
    Range: class {
      constructor(
        readonly start: Position,
        readonly end: Position,
      ) {}
    },
    TextEdit: { replace: (range: unknown, newText: string) => ({ range, newText }) },
  };
  const { DragAndDrop, NoteEdits, Episodes, OutlineRows } = loadWithVscode<Modules>(
    ['features/outline/dragAndDrop', 'adapters/noteEdits', 'adapters/episodes', 'features/outline/outlineRows'],
    api,
  );

  setup(() => {
    warnings.length = 0;
    fate = () => 'taken';
    document = new TypedDocument(TEXT);
  });

  /** Drags the row with one label onto that with another. */
  async function drag(from: string, onto: string): Promise<void> {
    const shown = document as unknown as vscode.TextDocument;
    const shows = { showFor: async () => ({ show: TGIK }) };
    const episodes = new Episodes({ isLittle: () => true, readSyntax: () => Promise.reject(new Error('not asked')) });
    const rows = new OutlineRows();
    let last = document.text;
    const follow: OutlineContext['follow'] = (_, episode) => {
      rows.update(episode, [[diffSpan(last, document.text)]], 'all', undefined);
      last = document.text;
    };
    follow(shown, episodes.of(shown, TGIK));
    const edits = new NoteEdits(shows as never, episodes);
    const controller = new DragAndDrop();
    const tree = { document: shown, rows, find: () => undefined };
    const context = { services: { shows, episodes, edits }, tree, view: { visible: false }, follow };
    controller.context = context as unknown as OutlineContext;
    const labelled = (label: string): OutlineRow =>
      [...rows.all()].find(({ item }) => item.label === label) ?? assert.fail(label);
    const data = new Map<string, unknown>();
    controller.handleDrag([labelled(from)], data as unknown as vscode.DataTransfer);
    await controller.handleDrop(labelled(onto), data as unknown as vscode.DataTransfer);
  }

  test('takes the place of a sibling, with all below', async () => {
    await drag('a', 'c');
    assert.equal(document.text, MOVED);
    assert.deepEqual(warnings, []);
  });

  test('an edit VS Code refuses leaves the note as it was, and that is said', async () => {
    fate = () => 'refused';
    await drag('a', 'c');
    assert.equal(document.text, TEXT);
    assert.match(warnings.join(), /could not be changed/);
  });

  test('an edit refused as the text has just changed is made in the text as it is then', async () => {
    fate = (note) => {
      if (note.version > 1) return 'taken';
      note.type(`Words.\n\n${note.text}`);
      return 'refused';
    };
    await drag('a', 'c');
    assert.equal(document.text, `Words.\n\n${MOVED}`);
  });

  test('an item that is gone by then is not moved, and nothing else is', async () => {
    const without = TEXT.replace('- [ ] a\n  - [x] b\n', '');
    fate = (note) => {
      note.type(without);
      return 'refused';
    };
    await drag('a', 'c');
    assert.equal(document.text, without);
    assert.match(warnings.join(), /cannot go there/);
  });

  test('a place that Markdown would read otherwise is refused', async () => {
    await drag('a', 'b');
    assert.equal(document.text, TEXT);
    assert.match(warnings.join(), /cannot go there/);
  });
});
