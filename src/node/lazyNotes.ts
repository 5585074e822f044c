import type { NotesAtHand } from '../core/archive/archive.js';
import type { Episode } from '../core/episode/episode.js';
import { readEpisode } from '../core/episode/parseEpisode.js';
import { quickMarkdown } from '../core/markdown/quick/quickMarkdown.js';
import type { Show } from '../core/show/show.js';

/** Notes as text, each read when it is asked for: of ten thousand only the last one's syntax is kept. */
export class LazyNotes implements NotesAtHand {
  readonly #show: Show;
  readonly #texts = new Map<string, string>();
  #last: { readonly path: string; readonly note: Episode } | undefined;

  constructor(show: Show) {
    this.#show = show;
  }

  /** Puts a note's text by and reads it. */
  add(path: string, text: string): Episode {
    this.#texts.set(path, text);
    return this.#read(path, text);
  }

  has(path: string): boolean {
    return this.#texts.has(path);
  }

  get(path: string): Episode | undefined {
    if (this.#last?.path === path) return this.#last.note;
    const text = this.#texts.get(path);
    return text === undefined ? undefined : this.#read(path, text);
  }

  #read(path: string, text: string): Episode {
    const note = readEpisode(quickMarkdown(text), this.#show);
    this.#last = { path, note };
    return note;
  }
}
