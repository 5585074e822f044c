import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { until, Workbench } from './driver.js';

const NEW = 'episodes/013/README.md';

/** A page on this machine that nobody may ask for. */
async function trap(): Promise<{ url: string; seen: string[]; close(): void }> {
  const seen: string[] = [];
  const server = http.createServer((request, response) => {
    seen.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, seen, close: () => server.close() };
}

suite('no leak', () => {
  let closeTrap = (): void => undefined;
  teardown(async () => {
    closeTrap();
    await TGIK.close();
  });

  test('a folder that is not trusted has its outline and its problems, and no more', async () => {
    const { url, seen, close } = await trap();
    closeTrap = close;
    const { page, dir, go } = await TGIK.openLimited(TGIK.samples);
    const write = (name: string, text: string): void => {
      fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
      fs.writeFileSync(path.join(dir, name), text);
    };
    const secret = path.join(dir, '..', 'secret.md');
    fs.writeFileSync(secret, '# {number} : {title}\n\nSECRET\n\n## Show Notes\n');
    fs.symlinkSync(secret, path.join(dir, 'linked.md'));
    write('own.md', '# {number} : {title}\n\nSECRET\n\n## Show Notes\n');
    write('.tgik.json', JSON.stringify({ template: 'own.md' }));
    write(
      '.vscode/settings.json',
      JSON.stringify({
        'tgik.template': 'linked.md',
        'tgik.links.check': 'onType',
        'tgik.links.allowPrivate': true,
      }),
    );
    const note = 'episodes/012/README.md';
    write(note, `${fs.readFileSync(path.join(dir, note), 'utf8')}\n- [asked](${url}/asked)\n- ![](${url}/image.png)\n`);
    await go();
    const wb = await new Workbench(page).ready();
    await page.getByText('Restricted Mode').first().waitFor();
    await wb.openFile(note);
    await wb.openView('TGIK');
    await wb
      .tree('Outline')
      .getByRole('treeitem', { name: /^Show Outline/ })
      .waitFor();
    await page.locator('.squiggly-error').first().waitFor();
    await page.screenshot({ path: path.join(TGIK.shots, `${TGIK.host}-limited.png`) });
    await wb.runCommand('Check Links of This Note');
    await page.getByText('Links are checked in trusted folders only.').first().waitFor();
    await wb.runCommand('New TGIK Episode');
    await wb.answerAll();
    const toast = page.locator('.notification-toast', { hasText: 'own.md is not read, as this folder is not trusted' });
    await toast.getByRole('button', { name: 'Use the Built-in Template' }).click();
    await until('the new note', () => fs.existsSync(path.join(dir, NEW)));
    const text = fs.readFileSync(path.join(dir, NEW), 'utf8');
    assert.match(text, /^# Episode 013 : /);
    assert.doesNotMatch(text, /SECRET/);
    assert.equal(fs.readFileSync(secret, 'utf8').includes('013'), false);
    assert.deepEqual(seen, []);
  }).timeout(120_000);

  test('tooltips run no commands and load no images of a note', async () => {
    const { url, seen, close } = await trap();
    closeTrap = close;
    const { page, dir } = await TGIK.open(TGIK.samples);
    const note = 'episodes/014/README.md';
    fs.mkdirSync(path.join(dir, 'episodes/014'));
    const words = `bait ![a](${url}/a.png) <img src="${url}/b.png"> [run](command:workbench.action.closeSidebar) ![r][r]`;
    fs.writeFileSync(
      path.join(dir, note),
      `# Episode 014 : T\n\n## Show Notes\n\n- [ ] ${words}\n\n[r]: ${url}/r.png\n`,
    );
    const wb = await new Workbench(page).ready();
    await wb.openFile(note);
    await wb.openView('TGIK');
    const row = wb.tree('Outline').getByRole('treeitem', { name: /^bait/ });
    const hover = page.locator('.monaco-hover', { hasText: 'bait' });
    await until('the tooltip', async () => {
      await page.mouse.move(700, 500);
      await row.locator('.monaco-icon-label').first().hover();
      await hover.first().waitFor({ timeout: 3000 });
      return true;
    });
    await page.screenshot({ path: path.join(TGIK.shots, `${TGIK.host}-tooltip.png`) });
    assert.equal(await hover.locator('img').count(), 0);
    assert.equal(await hover.locator('[data-href^="command:"]').count(), 0);
    assert.deepEqual(seen, []);
  });

  test('a notification makes no link of what settings say', async () => {
    const { page, dir } = await TGIK.open(TGIK.samples);
    const index = '[run](command:workbench.action.closeSidebar)/../x.md';
    fs.writeFileSync(path.join(dir, '.tgik.json'), JSON.stringify({ index }));
    const wb = await new Workbench(page).ready();
    await wb.runCommand('New TGIK Episode');
    const toast = page.locator('.notification-toast', { hasText: 'as a setting is wrong' });
    await toast.waitFor();
    await page.screenshot({ path: path.join(TGIK.shots, `${TGIK.host}-notification.png`) });
    assert.equal(await toast.locator('.notification-list-item-message a').count(), 0);
  });
});
