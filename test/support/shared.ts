import fs from 'node:fs';
import path from 'node:path';

const shared = path.resolve(import.meta.dirname ?? __dirname, '../../../shared');

/** A folder of real notes beside the repository; undefined (and said so) where there is none. */
export function sharedFolder(name: 'archive' | 'seeds'): string | undefined {
  const folder = path.join(shared, name);
  if (fs.existsSync(folder)) return folder;
  console.log(`      skipped: no ${name} beside the repository`);
  return undefined;
}

/** `086` → the text of that seed note. */
export const readSeed = (folder: string, number: string): string =>
  fs.readFileSync(path.join(folder, `${number}.md`), 'utf8');
