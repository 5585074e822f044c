import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { read, until, Workbench } from './driver';

/** Neighbours in the outline of note 012. */
const ROWS = ['twisted pairs and why they twist', 'categories: cat*, from 5 to 8', 'solid or stranded'] as const;

suite('rapid ticks', () => {
  let wb: Workbench;
  let dir: string;
  let tree: Locator;
  const note = (): string => read(path.join(dir, 'episodes/012/README.md'));
  const row = (label: string): Locator => tree.getByRole('treeitem').filter({ hasText: label }).first();
  const box = (label: string): Locator => row(label).getByRole('checkbox');
  const press = (key: string): Promise<void> => wb.page.keyboard.press(key);
  const shot = (name: string): Promise<Buffer> =>
    wb.page.screenshot({ path: path.join(TGIK.shots, `${name}-${TGIK.host}.png`) });

  /** Whether each box on screen is ticked, from top to bottom; those of the note are the same, and more. */
  const drawn = (): Promise<boolean[]> =>
    tree.getByRole('treeitem').evaluateAll((rows) =>
      rows
        .map((one) => ({ top: one.getBoundingClientRect().top, box: one.querySelector('[role=checkbox]') }))
        .sort((a, b) => a.top - b.top)
        .flatMap((one) => (one.box ? [one.box.ariaChecked === 'true'] : [])),
    );
  const written = (text: string): boolean[] => [...text.matchAll(/^ *- \[([ x])\]/gm)].map(([, mark]) => mark === 'x');

  /** Saves all the while, as saving must not keep the view from being drawn, until view and file are as they should be. */
  const comesRight = async (before: string, ...turned: string[]): Promise<void> => {
    const lines = before.split('\n').map((line) => {
      const mark = turned.some((label) => line.replaceAll('\\', '').includes(`] ${label}`));
      return mark ? line.replace(/\[.\]/, (old) => (old === '[ ]' ? '[x]' : '[ ]')) : line;
    });
    const isRight = async (): Promise<boolean> => {
      const boxes = await drawn();
      return boxes.length > 8 && boxes.every((one, at) => one === written(note())[at]) && note() === lines.join('\n');
    };
    const come = (): Promise<unknown> =>
      until('view and file', async () => {
        await press('Control+s');
        return isRight();
      });
    await come();
    await wb.settled(tree, 1500);
    await come();
  };

  setup(async () => {
    const opened = await TGIK.open(TGIK.samples);
    dir = opened.dir;
    wb = await new Workbench(opened.page).ready();
    await wb.openFile('episodes/012/README.md');
    await wb.openView('TGIK');
    tree = wb.tree('Outline');
    await tree.getByRole('checkbox').first().waitFor();
    await wb.settled(tree, 500);
  });

  teardown(async function () {
    await shot(
      `${this.currentTest?.state === 'failed' ? 'FAILED-' : ''}${this.currentTest?.title.replace(/\W+/g, '-')}`,
    );
    await TGIK.close();
  });

  test('Space five times on a row', async () => {
    const before = note();
    await row(ROWS[0]).locator('.label-name').click();
    await wb.settled(tree);
    for (let at = 0; at < 5; at += 1) await press('Space');
    await comesRight(before, ROWS[0]);
    for (let at = 0; at < 5; at += 1) await press('Space');
    await comesRight(before);
  });

  test('five clicks on a box, then one on box after box', async () => {
    const before = note();
    const { x, y } = (await box(ROWS[0]).boundingBox()) ?? assert.fail();
    for (let at = 0; at < 5; at += 1) await wb.page.mouse.click(x + 5, y + 5);
    await wb.page.mouse.move(900, 400, { steps: 3 });
    await comesRight(before, ROWS[0]);
    for (const label of ROWS) await box(label).click();
    await comesRight(before, ROWS[1], ROWS[2]);
  });
});
