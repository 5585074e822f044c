import * as path from 'node:path';
import { until, Workbench } from './driver';

suite('in German', () => {
  let wb: Workbench;
  const shot = (name: string): Promise<Buffer> =>
    wb.page.screenshot({ path: path.join(TGIK.shots, `german-${name}-${TGIK.host}.png`) });

  setup(async () => {
    const { page } = await TGIK.open(TGIK.samples, {}, 'de');
    wb = await new Workbench(page).ready();
    await wb.openFile('episodes/012/README.md');
  });
  teardown(async function () {
    if (this.currentTest?.state === 'failed') await shot(this.currentTest.title.replace(/\W+/g, '-'));
    await TGIK.close();
  });

  test('the views, their rows and the status bar', async () => {
    await wb.openView('TGIK');
    await wb.tree('Gliederung').getByRole('treeitem', { name: '(leer)' }).first().waitFor();
    await wb.tree('Episoden').getByRole('treeitem').first().waitFor();
    await wb.page.locator('.statusbar').getByRole('button', { name: 'Als Nächstes: a second way out' }).waitFor();
    await shot('views');
  });

  test('problems and their fixes', async () => {
    await wb.runCommand('Problems: Focus on Problems View');
    const row = wb.page.locator('.markers-panel-container').getByRole('treeitem');
    await row.filter({ hasText: 'Das Bild hat kein Ziel. Erwartet: eine URL oder Datei' }).waitFor();
    await wb.page.locator('.editor-instance .view-line', { hasText: '![]()' }).click();
    await wb.page.keyboard.press('End');
    await wb.page.keyboard.press('ArrowLeft');
    const action = wb.page.locator('.action-widget').getByText('Leeres Bild entfernen');
    await until('the quick fix', async () => {
      await wb.page.keyboard.press('Control+.');
      await action.waitFor({ timeout: 3000 });
      return true;
    });
    await shot('problems');
  });

  test('a new episode, and a refusal from the core', async () => {
    await wb.runCommand('Neue TGIK-Episode');
    await wb.quickInput.getByText('Neue TGIK-Episode 013').waitFor();
    await wb.page.keyboard.press('Enter');
    await wb.quickInput.getByText('(2/').waitFor();
    await wb.page.keyboard.press('Enter');
    await wb.quickInput.getByText('(3/').waitFor();
    await shot('new-episode');
    await wb.quickRow('Nummer').click();
    await until('the question for the number', async () => (await wb.quickBox.inputValue()) === '13');
    await wb.quickBox.fill('12');
    await wb.quickInput.getByText('Die nächste freie Nummer ist 013.').waitFor();
    await shot('refusal');
  });

  test('the settings, in their groups', async () => {
    await wb.runCommand('Preferences: Open Settings (UI)');
    const search = wb.page.locator('.settings-editor .suggest-input-container');
    await search.waitFor();
    await wb.page.keyboard.type('@ext:tgik.tgik');
    await wb.page.getByText('Der Name der Sendung in Meldungen und neuen Notizen.').first().waitFor();
    await shot('settings');
  });
});
