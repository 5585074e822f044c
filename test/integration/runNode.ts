// Runs every suite in the extension host: the server's node host, or desktop VS Code through @vscode/test-electron.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

export function run(): Promise<void> {
  const mark = process.env.TGIK_MARK; // set by test/host only: its driver reads marked lines
  if (mark)
    Mocha.reporters.Base.consoleLog = (line: unknown = '', ...rest: unknown[]) =>
      console.log(mark + format(line, ...rest));
  const mocha = new Mocha({
    ui: 'tdd',
    reporter: 'spec',
    timeout: 15_000,
    forbidOnly: Boolean(process.env.CI),
    ...(process.env.TGIK_GREP ? { grep: process.env.TGIK_GREP } : {}),
  });
  const ending = `.${process.env.TGIK_SUITE ?? (process.env.TGIK_BENCH ? 'bench' : 'test')}.js`;
  for (const file of fs.readdirSync(__dirname)) if (file.endsWith(ending)) mocha.addFile(path.join(__dirname, file));
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (mark) console.log(`${mark}#END ${JSON.stringify(runner.stats)}`);
      if (failures > 0 || !runner.stats?.passes)
        reject(new Error(`${failures} failed, ${runner.stats?.passes ?? 0} passed`));
      else resolve();
    });
  });
}
