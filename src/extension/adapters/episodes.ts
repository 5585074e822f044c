import type * as vscode from 'vscode';
import type { Episode } from '../../core/episode/episode.js';
import { parseEpisode, readEpisode, readEpisodeInSteps } from '../../core/episode/parseEpisode.js';
import { parseMarkdown, reparseMarkdown } from '../../core/markdown/parseMarkdown.js';
import type { Show } from '../../core/show/show.js';
import { Breath } from './breath.js';
import type { NoteReader } from './noteReader.js';

/**
 * One parse per version of a document: tree, diagnostics and commands read the same one.
 * A later version is read from the one before it, only where the text differs.
 */
export class Episodes {
  readonly #reader: Pick<NoteReader, 'isLittle' | 'readSyntax'>;
  readonly #parsed = new WeakMap<vscode.TextDocument, { version: number; show: Show; episode: Episode }>();
  readonly #reading = new WeakMap<vscode.TextDocument, Promise<void>>();

  constructor(reader: Pick<NoteReader, 'isLittle' | 'readSyntax'>) {
    this.#reader = reader;
  }

  /** What a document says, as it is when this resolves. A long one, opened, is read in a thread, and holds up nobody. */
  async read(document: vscode.TextDocument, show: Show): Promise<Episode> {
    if (!this.#parsed.has(document)) {
      const reading = this.#reading.get(document) ?? this.#readFirst(document, show);
      this.#reading.set(document, reading);
      await reading;
    }
    return this.of(document, show);
  }

  /** The same at once. One that was never read is read here and now. */
  of(document: vscode.TextDocument, show: Show): Episode {
    const known = this.#parsed.get(document);
    if (known?.version === document.version && known.show === show) return known.episode;
    const text = document.getText();
    const episode = known ? readEpisode(reparseMarkdown(known.episode.syntax, text), show) : parseEpisode(text, show);
    this.#parsed.set(document, { version: document.version, show, episode });
    return episode;
  }

  async #readFirst(document: vscode.TextDocument, show: Show): Promise<void> {
    const { version } = document;
    const text = document.getText();
    const breath = new Breath();
    try {
      const syntax = this.#reader.isLittle(text) ? parseMarkdown(text) : await this.#reader.readSyntax(show, text);
      await breath.taken();
      const episode = await breath.finish(readEpisodeInSteps(syntax, show));
      if (!this.#parsed.has(document)) this.#parsed.set(document, { version, show, episode });
    } finally {
      this.#reading.delete(document);
    }
  }
}
