import * as fs from 'node:fs';
import * as path from 'node:path';
import { read, until, Workbench } from './driver';

suite('a menu of quick fixes left open', () => {
  teardown(() => TGIK.close());

  test('mends the note as it is when one is chosen', async () => {
    const { page, dir } = await TGIK.open(TGIK.samples);
    const note = path.join(dir, 'episodes/012/README.md');
    const wb = await new Workbench(page).ready();
    await wb.openFile('episodes/012/README.md');
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await wb.editorLine('![]()').click();
    const menu = page.locator('.action-widget').getByText('Remove the empty image');
    await until('the menu', async () => {
      await page.keyboard.press('Control+.');
      await menu.waitFor({ timeout: 2000 });
      return true;
    });
    const changed = read(note).replace('## Table of Contents', 'Words of somebody else.\n\n## Table of Contents');
    fs.writeFileSync(note, changed);
    await wb.editorLine('Words of somebody else.').waitFor({ state: 'attached' });
    await page.screenshot({ path: path.join(TGIK.shots, `stale-fix-${TGIK.host}.png`) });
    await page.keyboard.press('Enter');
    const mended = changed.replace(/\n[^\n]*!\[\]\(\)/, '');
    await until('the note mended', async () => {
      await page.keyboard.press('Control+s');
      return read(note) === mended;
    });
  });
});
