import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { LinkVerdict } from '../../core/links/linkVerdict.js';
import { readVerdicts, writeVerdicts } from '../../links/verdictCache.js';
import { isMissing, reasonOf } from '../readText.js';

/** What the cache does with the disk; a test's may be full. */
export interface CacheDisk {
  writeFile(file: string, text: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
}

const realDisk: CacheDisk = { writeFile: (file, text) => writeFile(file, text, { flush: true }), rename };

/** Milliseconds after which a file that is not whole is nobody's any more. */
const LEFTOVER = 60 * 60 * 1000;

/** The verdicts of one show in one file. It is only a cache: where it cannot be read or written, that is said. */
export class VerdictFile {
  readonly #file: string;
  readonly #say: (message: string) => void;
  readonly #disk: CacheDisk;

  constructor(file: string, say: (message: string) => void, disk: CacheDisk = realDisk) {
    this.#file = file;
    this.#say = say;
    this.#disk = disk;
  }

  async read(): Promise<Map<string, LinkVerdict>> {
    await this.#removeLeftovers();
    try {
      const verdicts = readVerdicts(await readFile(this.#file, 'utf8'));
      if (verdicts) return verdicts;
      this.#say('The cache of link verdicts was not sound. It was dropped and is built anew.');
    } catch (error) {
      if (!isMissing(error)) this.#say(`The cache of link verdicts cannot be read: ${reasonOf(error)}.`);
    }
    return new Map();
  }

  /** What a process that was killed has not finished. A young one may be another's that is still at it. */
  async #removeLeftovers(): Promise<void> {
    const [folder, name] = [dirname(this.#file), basename(this.#file)];
    for (const other of await readdir(folder).catch(() => [])) {
      if (!other.startsWith(`${name}.`) || !other.endsWith('.tmp')) continue;
      const file = join(folder, other);
      const { mtimeMs = Number.POSITIVE_INFINITY } = (await stat(file).catch(() => undefined)) ?? {};
      if (Date.now() - mtimeMs > LEFTOVER) await unlink(file).catch(() => undefined);
    }
  }

  /** Writes all or nothing: what stood there before stays until the new text is whole. */
  async write(verdicts: ReadonlyMap<string, LinkVerdict>, now: number): Promise<void> {
    const temporary = `${this.#file}.${process.pid}.${now}.tmp`;
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      await this.#disk.writeFile(temporary, writeVerdicts(verdicts, now));
      await this.#disk.rename(temporary, this.#file);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      this.#say(`The cache of link verdicts cannot be written: ${reasonOf(error)}.`);
    }
  }
}

/** Where the command line keeps the verdicts of the show at `root`. */
export function cacheFileOf(root: string, env: NodeJS.ProcessEnv = process.env): string {
  const name = `${createHash('sha256').update(root).digest('hex').slice(0, 16)}.json`;
  return join(env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir(), '.cache'), 'tgik', 'links', name);
}
