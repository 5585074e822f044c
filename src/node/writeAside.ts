import { open, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './readText.js';

/** Milliseconds between two looks, in all, and after which a file was left behind by a run that was killed. */
const [PAUSE, PATIENCE, FORGOTTEN] = [20, 3000, 10_000];

/**
 * Writes a text beside the file it is meant for, under a name only one run at a time can have: whoever comes second
 * waits. Gives the path; on failure nothing is left there.
 */
export async function writeAside(folder: string, name: string, text: string, mode?: number): Promise<string> {
  const aside = join(folder, `.${name}.tgik.tmp`);
  for (const end = Date.now() + PATIENCE; ; ) {
    try {
      await writeNew(aside, text, mode);
      return aside;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      if (Date.now() > end) throw new Error('another program is writing it');
    }
    const { mtimeMs } = await stat(aside).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > FORGOTTEN) await unlink(aside).catch(() => undefined);
    else await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Writes a file that must not exist; on failure it is gone again. */
export async function writeNew(file: string, text: string, mode?: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(text, 'utf8');
    if (mode !== undefined) await handle.chmod(mode & 0o7777);
    await handle.sync();
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(file).catch(() => undefined);
    throw error;
  }
}
