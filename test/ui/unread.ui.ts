import * as fs from 'node:fs';
import * as path from 'node:path';
import { Workbench } from './driver.js';

const HEAD = '# Episode 014 : T\n\n## Show Notes\n\n- [ ] one\n';

suite('a note that is not read', () => {
  teardown(() => TGIK.close());

  test('says so in the view, with what to do, and is read again once it can be', async () => {
    const { page, dir } = await TGIK.open(TGIK.samples);
    const file = path.join(dir, 'episodes/014/README.md');
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(file, `${HEAD}${'words '.repeat(400_000)}`);
    const workbench = await new Workbench(page).ready();
    await workbench.openFile('episodes/014/README.md');
    await workbench.openView('TGIK');
    const message = page.locator('.tree-explorer-viewlet-tree-view .message', { hasText: 'longer than 2 MiB' });
    await message.waitFor();
    await page.screenshot({ path: path.join(TGIK.shots, `${TGIK.host}-unread.png`) });
    fs.writeFileSync(file, HEAD);
    await workbench.tree('Outline').getByRole('treeitem', { name: /^one/ }).waitFor();
    await message.waitFor({ state: 'hidden' });
  });
});
