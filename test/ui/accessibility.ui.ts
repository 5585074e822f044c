import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { read, until, Workbench } from './driver';

/** What a screen reader says of each row. */
const spokenIn = (list: Locator, role: 'treeitem' | 'option'): Promise<string[]> =>
  list.getByRole(role).evaluateAll((rows) => rows.map((one) => one.ariaLabel ?? ''));

suite('keys and screen readers', () => {
  let wb: Workbench;
  let dir: string;
  const shot = (name: string): Promise<Buffer> =>
    wb.page.screenshot({ path: path.join(TGIK.shots, `${name}-${TGIK.host}.png`) });
  const press = (key: string): Promise<void> => wb.page.keyboard.press(key);
  const note = (number: string): string => read(path.join(dir, `episodes/${number}/README.md`));
  const open = async (settings: object = {}): Promise<void> => {
    const opened = await TGIK.open(TGIK.samples, settings);
    dir = opened.dir;
    wb = await new Workbench(opened.page).ready();
    await wb.openFile('episodes/012/README.md');
  };
  /** Runs a command without the mouse. */
  const run = async (title: string): Promise<void> => {
    await until(`the command ${title}`, async () => {
      await press('F1');
      await wb.quickBox.waitFor({ state: 'visible', timeout: 2000 });
      await wb.quickBox.fill(`>${title}`);
      await wb.quickInput.locator('.monaco-list-row.focused', { hasText: title }).waitFor({ timeout: 2000 });
      await press('Enter');
      return true;
    });
  };

  teardown(async function () {
    if (this.currentTest?.state === 'failed') await shot(this.currentTest.title.replace(/\W+/g, '-'));
    await TGIK.close();
  });

  test('an evening without a mouse: make a note, walk down its outline, open another by its menu', async () => {
    await open();
    await run('New TGIK Episode');
    await wb.answerAll();
    await wb.editorLine('# Episode 013 :').waitFor();
    await run('TGIK: Focus on Outline View');
    const tree = wb.tree('Outline');
    const row = tree.getByRole('treeitem', { name: /^twisted pairs/ });
    await row.waitFor();
    await wb.settled(tree);
    await press('Home');
    await until('the row to have the focus', async () => {
      if (/focused/.test((await row.getAttribute('class')) ?? '')) return true;
      await press('ArrowDown');
      return false;
    });
    await press('Space');
    await until('the box on disk', async () => {
      await press('Control+s');
      return /\[ \] twisted pairs/.test(note('013'));
    });
    const boxes = row.getByRole('checkbox');
    for (const checked of ['true', 'false', 'true']) {
      await wb.settled(tree, 500);
      await press('Space');
      await until('the box', async () => (await boxes.getAttribute('aria-checked')) === checked);
    }
    await until('the last of the ticks', async () => {
      await press('Control+s');
      return (await boxes.getAttribute('aria-checked')) === 'true' && /\[x\] twisted pairs/.test(note('013'));
    });
    await press('ArrowDown');
    await press('F2');
    await until('the words of the focused row', async () => (await wb.quickBox.inputValue()).startsWith('categories'));
    await press('Escape');
    await run('TGIK: Focus on Episodes View');
    const episodes = wb.tree('Episodes');
    await wb.settled(episodes);
    await press('Home');
    await press('ArrowDown');
    await press('Shift+F10');
    const menu = wb.page.locator('.monaco-menu');
    const aside = menu.getByRole('menuitem', { name: 'Open to the Side' });
    await aside.waitFor();
    await shot('menu-by-keys');
    // a menu that has just opened drops keys
    await until('the focus on the menu’s item', async () => {
      if (await aside.evaluate((item) => item.contains(document.activeElement))) return true;
      await press('ArrowDown');
      return false;
    });
    await press('Enter');
    await until('two editors', async () => (await wb.page.locator('.editor-group-container').count()) === 2);
  });

  test('rows say what they are, and what is on or off', async () => {
    await open();
    await wb.openView('TGIK');
    const [outline, episodes] = [wb.tree('Outline'), wb.tree('Episodes')];
    await outline.getByRole('checkbox').first().waitFor();
    await episodes.getByRole('treeitem').first().waitFor();
    await wb.settled(episodes);
    const items = await spokenIn(outline, 'treeitem');
    assert.ok(
      items.some((words) => /^cabling, done, level \d, 6 of 6 done, tgik\.io\/003/.test(words)),
      items.join('\n'),
    );
    assert.ok(
      items.some((words) => /^\(empty\), level \d/.test(words)),
      items.join('\n'),
    );
    const boxes = await outline.getByRole('checkbox').evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
    assert.ok(boxes.length > 5 && boxes.every((words) => words !== ''));
    const notes = await spokenIn(episodes, 'treeitem');
    assert.ok(
      notes.some((words) => /^Home Network from Scratch, 3 episodes/.test(words)),
      notes.join('\n'),
    );
    assert.ok(
      notes.some((words) => /^012 .*, 19 of 32 done, 2024-03-22/.test(words)),
      notes.join('\n'),
    );
    await run('New TGIK Episode');
    for (const step of [1, 2, 3]) await wb.answerStep(step);
    await wb.quickRow('Reference links go along').waitFor();
    await shot('wizard-toggles');
    const choices = await spokenIn(wb.quickInput, 'option');
    assert.ok(
      choices.some((words) => /Reference links go along, yes/.test(words)),
      choices.join('\n'),
    );
  });

  test('the page of the problem under the cursor, by keys', async () => {
    await open();
    await wb.page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await press('F8');
    await press('Escape');
    await run('TGIK: Open the Page of a Rule');
    await wb.tab('Preview link.empty-target.md').first().waitFor();
  });

  for (const theme of ['Default High Contrast', 'Default High Contrast Light'])
    test(`what is done can be read: ${theme}`, async () => {
      await open({ 'workbench.colorTheme': theme });
      await wb.openView('TGIK');
      const tree = wb.tree('Outline');
      const row = (name: RegExp): Locator => tree.getByRole('treeitem', { name }).locator('.label-name').first();
      await row(/^cabling, done/).waitFor();
      await wb.settled(tree);
      const colour = (of: Locator): Promise<string> => of.evaluate((one) => getComputedStyle(one).color);
      assert.equal(await colour(row(/^cabling, done/)), await colour(row(/^Table of Contents/)));
      await shot(theme.replace(/\W+/g, '-').toLowerCase());
    });
});
