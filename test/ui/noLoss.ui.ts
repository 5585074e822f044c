import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { Workbench } from './driver.js';

const NEW = 'episodes/013/README.md';

/** Text by path of every file below a folder. */
const filesIn = (dir: string): Map<string, string> =>
  new Map(
    fs
      .readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => !file.includes('.vscode'))
      .map((file) => [path.relative(dir, file), fs.readFileSync(file, 'utf8')]),
  );

/** Asks for the next episode of the sample show in a fresh browser; gives its folder when the last answer was given. */
async function start(): Promise<string> {
  const { page, dir } = await TGIK.open(TGIK.samples);
  const workbench = await new Workbench(page).ready();
  await workbench.openFile('episodes/012/README.md');
  await workbench.runCommand('New TGIK Episode');
  await workbench.answerAll();
  return dir;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

suite('the extension host killed in the middle', () => {
  teardown(() => TGIK.close());

  test('a new episode is there as a whole or not at all, and every other file is as it was or as meant', async () => {
    const before = filesIn(TGIK.samples);
    const dir = await start();
    for (let wait = 0; wait < 100 && !filesIn(dir).get('playlist.md')?.includes('[013'); wait += 1) await pause(100);
    const after = filesIn(dir);
    assert.ok(after.has(NEW), 'it is made where nothing is killed');
    await TGIK.close();
    for (const ms of [0, 40, 160]) {
      const killed = await start();
      await pause(ms);
      assert.ok(TGIK.killExtensionHost() > 0);
      await pause(1500);
      for (const [name, text] of filesIn(killed)) {
        const known = [before.get(name), after.get(name)];
        assert.ok(known.includes(text), `${name}, killed after ${ms} ms: ${text.length} characters`);
      }
      for (const name of before.keys()) assert.ok(filesIn(killed).has(name), name);
      await TGIK.close();
    }
  }).timeout(240_000);
});
