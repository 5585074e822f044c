import type { Archive, ArchiveOfHeads } from '../../core/archive/archive.js';
import type { ArchiveLoader } from './archiveLoader.js';
import type { ShowFolder } from './showFolder.js';

/** What could be read so far: heads, or all. */
export interface HeadsSoFar {
  readonly archive: ArchiveOfHeads;
  readonly isWhole: boolean;
}

/** An archive that is being read, or was. */
interface Reading {
  readonly whole: Promise<Archive>;
  readonly first: Promise<HeadsSoFar>;
  /** Whether somebody makes do with less and is to be told when it is there. */
  awaited: boolean;
  done: boolean;
}

/** The archives of the open folders, each read once until it is forgotten. */
export class Archives {
  readonly #loader: ArchiveLoader;
  readonly #onRead: () => void;
  readonly #readings = new Map<string, Reading>();
  /** The last of each that was read to its end. */
  readonly #read = new Map<string, Archive>();

  /** `onRead` is called when an archive is there for which somebody has made do with less. */
  constructor(loader: ArchiveLoader, onRead: () => void) {
    this.#loader = loader;
    this.#onRead = onRead;
  }

  whole(showFolder: ShowFolder): Promise<Archive> {
    return this.#reading(showFolder).whole;
  }

  async heads(showFolder: ShowFolder): Promise<HeadsSoFar> {
    const reading = this.#reading(showFolder);
    const first = await reading.first;
    if (!first.isWhole && reading.done) return { archive: await reading.whole, isWhole: true };
    if (!first.isWhole) reading.awaited = true;
    return first;
  }

  soFar(showFolder: ShowFolder): Archive | null {
    const reading = this.#reading(showFolder);
    if (!reading.done) reading.awaited = true;
    const known = this.#read.get(keyOf(showFolder));
    return known?.show === showFolder.show ? known : null;
  }

  async fresh(showFolder: ShowFolder): Promise<Archive> {
    const key = keyOf(showFolder);
    // its notes need not be read twice
    await this.#readings.get(key)?.whole.catch(() => undefined);
    this.#readings.delete(key);
    this.#loader.touchAll();
    return this.whole(showFolder);
  }

  forget(): void {
    this.#readings.clear();
  }

  #reading(showFolder: ShowFolder): Reading {
    const key = keyOf(showFolder);
    const known = this.#readings.get(key);
    if (known) return known;
    let onHeads: (heads: ArchiveOfHeads) => void = () => undefined;
    const heads = new Promise<HeadsSoFar>((resolve) => {
      onHeads = (archive) => resolve({ archive, isWhole: false });
    });
    const whole = this.#loader.load(showFolder, onHeads);
    const first = Promise.race([heads, whole.then((archive) => ({ archive, isWhole: true }))]);
    const reading: Reading = { whole, first, awaited: false, done: false };
    this.#readings.set(key, reading);
    first.catch(() => undefined);
    whole.then(
      (archive) => {
        reading.done = true;
        if (this.#readings.get(key) !== reading) return;
        this.#read.set(key, archive);
        if (reading.awaited) this.#onRead();
      },
      () => this.#readings.get(key) === reading && this.#readings.delete(key),
    );
    return reading;
  }
}

const keyOf = ({ folder }: ShowFolder): string => folder.uri.toString();
