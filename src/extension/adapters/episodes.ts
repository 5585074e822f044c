import type * as vscode from 'vscode';
import type { Episode } from '../../core/episode/episode.js';
import { parseEpisode, readEpisode } from '../../core/episode/parseEpisode.js';
import { reparseMarkdown } from '../../core/markdown/parseMarkdown.js';
import type { Show } from '../../core/show/show.js';

/**
 * One parse per version of a document: tree, diagnostics and commands read the same one.
 * A later version is read from the one before it, only where the text differs.
 */
export class Episodes {
  readonly #parsed = new WeakMap<vscode.TextDocument, { version: number; show: Show; episode: Episode }>();

  of(document: vscode.TextDocument, show: Show): Episode {
    const known = this.#parsed.get(document);
    if (known?.version === document.version && known.show === show) return known.episode;
    const text = document.getText();
    const episode = known ? readEpisode(reparseMarkdown(known.episode.syntax, text), show) : parseEpisode(text, show);
    this.#parsed.set(document, { version: document.version, show, episode });
    return episode;
  }
}
