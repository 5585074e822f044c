import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { read, until, Workbench } from './driver';

suite('the outline, by hand', () => {
  let wb: Workbench;
  let dir: string;
  let tree: Locator;

  const open = async (show: string, number: string, settings: object = {}): Promise<void> => {
    const opened = await TGIK.open(show, settings);
    dir = opened.dir;
    wb = await new Workbench(opened.page).ready();
    await wb.openFile(`episodes/${number}/README.md`);
    await wb.openView('TGIK');
    tree = wb.tree('Outline');
    await tree.getByRole('checkbox').first().waitFor();
    await wb.settled(tree);
  };
  const shot = (name: string): Promise<Buffer> =>
    wb.page.screenshot({ path: path.join(TGIK.shots, `${name}-${TGIK.host}.png`) });
  const note = (number: string): string => read(path.join(dir, `episodes/${number}/README.md`));
  const row = (label: string): Locator => tree.getByRole('treeitem').filter({ hasText: label }).first();
  /** Saves until the file says what it should. */
  const saved = (what: string, number: string, is: (text: string) => boolean): Promise<unknown> =>
    until(what, async () => {
      await wb.page.keyboard.press('Control+s');
      return is(note(number));
    });
  const orderOf = (text: string, ...words: string[]): number[] => words.map((word) => text.indexOf(word));
  const ascending = (places: number[]): boolean =>
    places.every((place, at) => place >= 0 && (at === 0 || place > (places[at - 1] ?? 0)));

  teardown(async function () {
    if (this.currentTest?.state === 'failed') await shot(this.currentTest.title.replace(/\W+/g, '-'));
    await TGIK.close();
  });

  test('keys alone: go to a row, tick, move, add, edit, remove, take back', async () => {
    await open(TGIK.samples, '012');
    const before = note('012');
    /** VS Code drops a key that comes while it draws the rows anew: a person presses it again. */
    const ask = (key: string): Promise<unknown> =>
      until(
        `the box that ${key} opens`,
        async () => {
          await wb.page.keyboard.press(key);
          await wb.quickBox.waitFor({ timeout: 5000 });
          return true;
        },
        30_000,
      );
    await row('solid or stranded').click();
    await wb.page.keyboard.press('Space');
    await saved('the tick', '012', (text) => /\[ \] solid or stranded/.test(text));
    for (const above of ['The parts', 'cabling'])
      assert.equal(
        await row(above).getByRole('checkbox').getAttribute('aria-checked'),
        'true',
        `${above} keeps its box`,
      );
    await wb.page.keyboard.press('Alt+ArrowUp');
    await saved('the move', '012', (text) => ascending(orderOf(text, 'solid or stranded', 'categories')));
    await wb.settled(tree);
    await ask('F2');
    await wb.quickBox.fill('solid *and* stranded');
    await wb.page.keyboard.press('Enter');
    await row('solid and stranded').waitFor();
    await wb.settled(tree);
    await ask('Control+Enter');
    await wb.quickBox.fill('crimping');
    await wb.page.keyboard.press('Enter');
    await row('crimping').waitFor();
    await shot('outline-keys');
    await saved('the new item', '012', (text) => /\[ \] solid \*and\* stranded\r?\n +- \[ \] crimping/.test(text));
    await wb.settled(tree);
    await until(
      'the item to go',
      async () => {
        await row('crimping').click({ timeout: 5000 });
        await wb.page.keyboard.press('Delete');
        await row('crimping').waitFor({ state: 'detached', timeout: 5000 });
        return true;
      },
      30_000,
    );
    await wb.page.keyboard.press('Control+1');
    for (let at = 0; at < 5; at += 1) await wb.page.keyboard.press('Control+z');
    await saved('all taken back', '012', (text) => text === before);
  });

  test('drag: a sibling’s place, and into another branch', async () => {
    await open(TGIK.samples, '012');
    await wb.drag(row('testing without a tester'), row('twisted pairs'));
    await saved('the sibling’s place', '012', (text) => ascending(orderOf(text, 'testing without', 'twisted pairs')));
    await wb.settled(tree, 500);
    await wb.drag(row('categories'), row('managed or not'));
    await saved('the new parent', '012', (text) =>
      /\n( +)- \[.\] managed or not\r?\n\1 +- \[x\] categories/.test(text),
    );
    await shot('outline-drag');
  });

  test('filter, expand to a level, pin, and follow the cursor', async () => {
    await open(TGIK.samples, '012');
    const choose = (title: string): Promise<void> => wb.chooseFrom('Outline', '.codicon-filter', title);
    await choose('Show Open Items Only');
    await row('twisted pairs').waitFor({ state: 'detached' });
    await shot('outline-open');
    await choose('Show All Items');
    await row('twisted pairs').waitFor();
    await wb.page.locator('.editor-instance .view-line', { hasText: 'solid or stranded' }).click();
    await until('the row under the cursor', async () =>
      /true/.test((await row('solid or stranded').getAttribute('aria-selected')) ?? ''),
    );
    await wb.page.keyboard.type('!');
    await until('the word in the editor, which keeps the focus', () =>
      wb.page.locator('.tab.dirty').first().isVisible(),
    );
    await wb.runCommand('Pin This Outline');
    await wb.openFile('episodes/010/README.md');
    await row('twisted pairs').waitFor();
    await shot('outline-pinned');
    await wb.runCommand('Unpin Outline');
    await row('twisted pairs').waitFor({ state: 'detached' });
    await wb.runCommand('Expand to Level');
    await wb.quickRow('2').waitFor();
    await wb.page.keyboard.press('ArrowDown');
    await wb.page.keyboard.press('Enter');
    await tree.getByRole('checkbox').first().waitFor({ state: 'detached' });
  });

  for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast']) {
    test(`the largest outline of the archive: ${theme}`, async function () {
      if (!TGIK.archive) {
        console.log('      skipped: no archive beside the repository');
        this.skip();
      }
      await open(TGIK.archive, '099', { 'workbench.colorTheme': theme });
      const spoken = await tree.getByRole('treeitem').evaluateAll((rows) => rows.map((one) => one.ariaLabel ?? ''));
      assert.ok(
        spoken.some((words) => /, done, level \d+, \d+ of \d+ done/.test(words)),
        spoken.join('\n'),
      );
      await wb.page.keyboard.press('Control+k');
      await shot(`outline-${theme.replace(/\W+/g, '-').toLowerCase()}`);
    });
  }
});
