import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { read, until, Workbench } from './driver';

/** A host of pages that are gone, have moved, ask who you are, or are fine. */
async function startHost() {
  const seen: string[] = [];
  const server = http.createServer(({ method, url = '/' }, response) => {
    seen.push(`${method} ${url}`);
    if (url.startsWith('/gone')) response.writeHead(404).end();
    else if (url === '/old') response.writeHead(301, { location: '/new' }).end();
    else if (url === '/wall') response.writeHead(403).end();
    else response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { seen, server, url: (page: string) => `http://127.0.0.1:${port}${page}` };
}

suite('links, by hand', function () {
  this.timeout(120_000);
  let host: Awaited<ReturnType<typeof startHost>>;
  let show: string;
  let dir: string;
  let wb: Workbench;

  const shot = (name: string): Promise<Buffer> =>
    wb.page.screenshot({ path: path.join(TGIK.shots, `${name}-${TGIK.host}.png`) });
  const note = (number: string): string => path.join(dir, `episodes/${number}/README.md`);
  const underlined = (severity: string) => wb.page.locator(`.editor-instance .squiggly-${severity}`);

  suiteSetup(async () => {
    host = await startHost();
    show = fs.mkdtempSync(path.join(TGIK.shots, 'links-'));
    const write = (number: string, lines: readonly string[]): void => {
      fs.mkdirSync(path.join(show, 'episodes', number), { recursive: true });
      const head = [
        `# Episode ${number} : Links, part ${Number(number)}`,
        '',
        '- Hosted by @ada',
        '- Recording date: 2024-03-0',
      ];
      const text = [...head.slice(0, 3), `${head[3]}${Number(number)}`, '', '## Reference Links', '', ...lines, ''];
      fs.writeFileSync(path.join(show, 'episodes', number, 'README.md'), text.join('\n'));
    };
    write('001', [`- [the old page](${host.url('/old')})`]);
    write('002', [
      `- [gone](${host.url('/gone')})`,
      `- [the old page](${host.url('/old')}#part)`,
      `- [behind a wall](${host.url('/wall')})`,
      `- [fine](${host.url('/fine')})`,
    ]);
  });
  suiteTeardown(() => {
    host.server.close();
    fs.rmSync(show, { recursive: true, force: true });
  });
  setup(async () => {
    const opened = await TGIK.open(show, { 'tgik.links.check': 'onCommand' });
    dir = opened.dir;
    wb = await new Workbench(opened.page).ready();
    await wb.openFile('episodes/002/README.md');
  });
  teardown(async function () {
    if (this.currentTest?.state === 'failed') await shot(this.currentTest.title.replace(/\W+/g, '-'));
    await TGIK.close();
  });

  /** The quick fixes at a piece of text. */
  async function fixesAt(text: string): Promise<Locator> {
    await wb.page.locator('.editor-instance .view-line', { hasText: text }).click();
    await wb.page.keyboard.press('End');
    await wb.page.keyboard.press('ArrowLeft');
    await wb.page.keyboard.press('ArrowLeft');
    const list = wb.page.locator('.action-widget').first();
    await until('quick fixes', async () => {
      await wb.page.keyboard.press('Control+.');
      await list.getByText('Check this link again').waitFor({ timeout: 3000 });
      return true;
    });
    return list;
  }

  /** A list that has just opened takes no click before the mouse has moved over it. */
  async function choose(list: Locator, text: string): Promise<void> {
    await list.getByText(text).hover({ force: true });
    await list.getByText(text).click();
  }

  async function checkShow(): Promise<void> {
    await wb.runCommand('TGIK: Check Links of the Show');
    await underlined('warning').first().waitFor({ timeout: 30_000 });
  }

  test('nothing is asked before a check is; then what is dead or has moved is underlined, and a hover says why', async () => {
    assert.equal(host.seen.length, 0);
    await checkShow();
    await underlined('info').first().waitFor();
    await wb.page.keyboard.press('Escape');
    await shot('links-underlined');
    await wb.hoverText('/old#part');
    const hover = wb.page.locator('.monaco-hover').filter({ hasText: 'Checked' });
    await hover.waitFor();
    const words = (await hover.innerText()).replaceAll('\u00a0', ' ');
    await shot('links-hover');
    for (const part of ['Moved', `Leads to ${host.url('/new')}#part`, 'Checked', 'Also in 1 Links, part 1'])
      assert.ok(words.includes(part), `${part} in ${words}`);
    const asked = host.seen.filter((one) => !one.includes('/gone') && !one.includes('/wall')).sort();
    assert.deepEqual(asked, ['HEAD /fine', 'HEAD /new', 'HEAD /old']);
  });

  test('the view sorts what was told by verdict and host, and a click leads to the link', async () => {
    await checkShow();
    const tree = wb.tree('Links');
    for (const pane of ['Outline', 'Episodes']) await wb.page.locator('.pane-header', { hasText: pane }).click();
    const row = (name: string) => tree.getByRole('treeitem').filter({ hasText: name }).first();
    for (const name of ['Dead', 'Moved', 'Cannot be checked', 'Fine']) await row(name).waitFor();
    await wb.settled(tree);
    await tree.getByRole('treeitem').filter({ hasText: '127.0.0.1' }).nth(1).click();
    await row('/old').waitFor();
    await wb.settled(tree);
    await shot('links-view');
    await tree.getByRole('treeitem').filter({ hasText: '/old' }).filter({ hasText: '001' }).click();
    await wb.editorLine('# Episode 001').waitFor();
    await shot('links-opened');
  });

  test('quick fixes: replace everywhere, ignore until a day for a reason, check again', async () => {
    await checkShow();
    const fixes = await fixesAt('the old page');
    const titles = await fixes.innerText();
    await shot('links-fixes');
    for (const part of [
      `Replace by ${host.url('/new')}#part`,
      'everywhere in the show',
      'Ignore this link until a day',
    ])
      assert.ok(titles.includes(part), `${part} in ${titles}`);
    await choose(fixes, 'everywhere in the show');
    await wb.editorLine('/new#part').waitFor();
    await wb.tab('README.md').nth(1).waitFor();
    await shot('links-replaced');
    await until('both notes on disk', async () => {
      await wb.runCommand('File: Save All');
      return ['001', '002'].every((number) => read(note(number)).includes('/new'));
    });
    assert.ok(!read(note('001')).includes('/old'));

    const others = await fixesAt('[gone]');
    await shot('links-fixes-dead');
    assert.ok((await others.innerText()).includes('Replace by an archived copy'));
    await choose(others, 'Ignore this link until a day');
    await wb.quickInput.getByText('Until which day?').waitFor();
    await shot('links-ignore');
    await wb.page.keyboard.press('Enter');
    await wb.quickInput.getByText('Why?').waitFor();
    await wb.page.keyboard.type('They are moving.');
    await wb.page.keyboard.press('Enter');
    const settings = path.join(dir, '.tgik.json');
    await until('the settings', () => fs.existsSync(settings) && read(settings).includes('They are moving.'));
    await until('no underline', async () => (await underlined('warning').count()) === 0);
    await shot('links-ignored');

    const before = host.seen.length;
    const again = await fixesAt('behind a wall');
    await choose(again, 'Check this link again');
    await until('another request', () => host.seen.slice(before).some((one) => one.endsWith('/wall')));
  });
});
