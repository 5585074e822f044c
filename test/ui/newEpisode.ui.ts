import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { read, until, Workbench } from './driver';

suite('New TGIK Episode, by hand', () => {
  let wb: Workbench;
  let dir: string;

  const open = async (settings: object = {}): Promise<void> => {
    const opened = await TGIK.open(TGIK.samples, settings);
    dir = opened.dir;
    wb = await new Workbench(opened.page).ready();
  };
  const shot = (name: string): Promise<Buffer> =>
    wb.page.screenshot({ path: path.join(TGIK.shots, `${name}-${TGIK.host}.png`) });
  const step = async (number: number): Promise<void> => {
    await wb.quickInput.locator('.quick-input-title', { hasText: `(${number}/4)` }).waitFor();
    await wb.quickInput.locator('.monaco-list-row').first().waitFor();
  };
  const pick = (label: string): Promise<void> => wb.quickRow(label).click();
  const press = (key: string): Promise<void> => wb.page.keyboard.press(key);
  const made = (): string[] => fs.readdirSync(path.join(dir, 'episodes')).sort().slice(-1);

  teardown(async function () {
    if (this.currentTest?.state === 'failed') await shot(this.currentTest.title.replace(/\W+/g, '-'));
    await TGIK.close();
  });

  test('each step is answered by hand, Back keeps what was typed, the preview comes before anything is written', async () => {
    await open({ 'workbench.colorTheme': 'Default Dark Modern' });
    await wb.runCommand('New TGIK Episode');
    await step(1);
    await shot('wizard-source');
    await pick('003');
    await step(2);
    await wb.quickBox.fill('Home Network from Scratch : vans');
    await wb.quickInput.locator('.codicon-quick-input-back').click();
    await step(1);
    await press('Enter');
    await step(2);
    assert.equal(await wb.quickBox.inputValue(), 'Home Network from Scratch : vans');
    await press('Enter');
    await step(3);
    await wb.quickInput.locator('.codicon-quick-input-back').click();
    await step(2);
    assert.equal(await wb.quickBox.inputValue(), 'Home Network from Scratch : vans');
    await press('Enter');
    await step(3);
    await pick('Number');
    await wb.quickInput.getByText('A number that is not in use').waitFor();
    await wb.quickBox.fill('12');
    await wb.quickInput.getByText('Episode 012 is taken').waitFor();
    await shot('wizard-number-taken');
    await wb.quickBox.fill('42');
    await press('Enter');
    await step(3);
    await pick('Recording date');
    await wb.quickInput.getByText('or October 11, 2019').waitFor();
    await wb.quickBox.fill('October 11, 2024');
    await press('Enter');
    await step(3);
    await pick('Video');
    await wb.quickInput.getByText('A YouTube id or URL').waitFor();
    await wb.quickBox.fill('https://youtu.be/tgikSampl42');
    await press('Enter');
    await step(3);
    await shot('wizard-details');
    await press('Enter');
    await step(4);
    await wb.quickInput.locator('.codicon-open-preview').click();
    await wb.editorLine('# Episode 042 : Home Network from Scratch : vans').waitFor();
    await shot('wizard-preview');
    assert.deepEqual(made(), ['012'], 'nothing is written yet');
    await pick('Open items only');
    await until('the note', () => fs.existsSync(path.join(dir, 'episodes/042/README.md')));
    const note = await until('all of the note', () => read(path.join(dir, 'episodes/042/README.md')));
    for (const words of ['2024-10-11', 'watch?v=tgikSampl42', '- [ ] ']) assert.ok(note.includes(words), words);
    assert.ok(!note.includes('[x] solid'), 'finished items stay behind');
    await shot('wizard-made');
  });

  test('Escape at any step leaves nothing behind', async () => {
    await open({ 'tgik.newEpisode.preview': true });
    const before = read(path.join(dir, 'playlist.md'));
    for (const steps of [1, 2, 4]) {
      await wb.runCommand('New TGIK Episode');
      for (let at = 1; at < steps; at += 1) {
        await step(at);
        await press('Enter');
      }
      await step(steps);
      await press('Escape');
      await wb.quickInput.waitFor({ state: 'hidden' });
    }
    assert.deepEqual(made(), ['012']);
    assert.equal(read(path.join(dir, 'playlist.md')), before);
    await until('the preview to be closed', async () => (await wb.page.locator('.tabs-container .tab').count()) === 0);
  });

  test('a template that is not there: one message, and the action that helps', async () => {
    await open({ 'tgik.template': 'documentation/gone.md' });
    await wb.runCommand('New TGIK Episode');
    await wb.answerAll();
    const message = wb.page.locator('.notification-toast', { hasText: 'documentation/gone.md does not exist' });
    await message.waitFor();
    await shot('wizard-no-template');
    assert.deepEqual(made(), ['012']);
    await message.getByRole('button', { name: 'Use the Built-in Template' }).click();
    await wb.editorLine('# Episode 013 :').waitFor();
    assert.deepEqual(made(), ['013']);
  });

  for (const theme of ['Default Light Modern', 'Default Dark Modern'])
    test(`the colours of a note: ${theme}`, async () => {
      await open({ 'workbench.colorTheme': theme });
      await wb.openFile('episodes/012/README.md');
      await wb.page.locator('.editor-instance .view-line', { hasText: 'Show Outline' }).waitFor();
      await shot(`colours-${theme.replace(/\W+/g, '-').toLowerCase()}`);
    });
});
