import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { read, until, Workbench } from './driver';

suite('the walkthrough', () => {
  let page: Page;
  let wb: Workbench;
  let dir: string;

  const shot = (name: string): Promise<Buffer> =>
    page.screenshot({ path: path.join(TGIK.shots, `walkthrough-${name}-${TGIK.host}.png`) });
  const open = async (show: string): Promise<void> => {
    ({ page, dir } = await TGIK.open(show));
    wb = await new Workbench(page).ready();
  };
  const step = (title: string) => page.locator('.getting-started-step', { hasText: title });
  const isDone = async (title: string): Promise<boolean> =>
    (await step(title).locator('.codicon-getting-started-step-checked.complete, .complete').count()) > 0;
  const start = async (): Promise<void> => {
    await wb.runCommand('Welcome: Open Walkthrough...');
    await wb.quickBox.fill('Author your first episode');
    await wb.quickRow('Author your first episode').click();
    await step('Open a sample show').waitFor();
  };

  teardown(async function () {
    if (this.currentTest?.state === 'failed') await shot(this.currentTest.title.replace(/\W+/g, '-'));
    await TGIK.close();
  });

  test('leads from an empty folder to the sample, and goes on there', async () => {
    const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'tgik-empty-'));
    await open(empty);
    fs.rmdirSync(empty);
    await start();
    await shot('start');
    assert.equal(await isDone('Open a sample show'), false);
    const opened = page.context().waitForEvent('page');
    await step('Open a sample show').getByRole('button', { name: 'Open a Sample Show' }).click();
    await wb.quickInput.waitFor();
    await wb.quickBox.fill(`${dir}/`);
    await shot('where');
    await wb.quickInput.getByRole('button', { name: 'Make It Here' }).click();
    page = await opened;
    wb = await new Workbench(page).ready();
    await step('Make the next episode').waitFor({ timeout: 30_000 });
    await until('the first step to be done', () => isDone('Open a sample show'));
    await shot('goes-on');
    const note = path.join(dir, 'tgik-sample/episodes/002/README.md');
    const before = read(note);
    await step('Make the next episode').getByRole('button', { name: 'New TGIK Episode' }).click();
    await wb.answerAll();
    await wb.editorLine('# Episode 003 : Tea from Scratch : pot').waitFor();
    await shot('made');
    assert.equal(read(note), before);
  });

  test('each step ends when it is done', async () => {
    await open(TGIK.samples);
    await wb.openFile('episodes/012/README.md');
    await wb.openView('TGIK');
    await wb.tree('Outline').getByRole('treeitem').first().waitFor();
    await start();
    // pictures have room beside the steps only where there is no side bar
    await page.keyboard.press('Control+b');
    /** Presses the button of a step, waits for what it opens, and puts that away. */
    const take = async (title: string, button: string, opened: string, away?: string): Promise<void> => {
      await start();
      assert.equal(await isDone(title), false, title);
      await step(title).click();
      await page.locator('.getting-started-media').locator('svg, iframe, img').first().waitFor();
      await wb.settled(page.locator('.getting-started-media'));
      await shot(title.replace(/\W+/g, '-'));
      await step(title).getByRole('button', { name: button }).click();
      await page.locator(opened).first().waitFor();
      if (away !== undefined) {
        await page.keyboard.press(away);
        await page.locator(opened).first().waitFor({ state: 'hidden' });
      }
      await start();
      await until(`“${title}” to be done`, () => isDone(title));
    };
    await take('Make the next episode', 'New TGIK Episode', '.quick-input-widget', 'Escape');
    await take('Mend what is underlined', 'Check All Notes of the Show', '.markers-panel-container', 'Control+j');
    await take('Make it your own show', 'Open Settings', '.settings-editor', 'Control+w');
    await take('Walk down the outline', 'Tick and Go to Next', '.tab.dirty');
    await shot('done');
  });
});
