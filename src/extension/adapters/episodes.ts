import type * as vscode from 'vscode';
import type { Episode } from '../../core/episode/episode.js';
import { parseEpisode } from '../../core/episode/parseEpisode.js';
import type { Show } from '../../core/show/show.js';

/** One parse per version of a document: tree, diagnostics and commands read the same one. */
export class Episodes {
  readonly #parsed = new WeakMap<vscode.TextDocument, { version: number; show: Show; episode: Episode }>();

  of(document: vscode.TextDocument, show: Show): Episode {
    const known = this.#parsed.get(document);
    if (known?.version === document.version && known.show === show) return known.episode;
    const episode = parseEpisode(document.getText(), show);
    this.#parsed.set(document, { version: document.version, show, episode });
    return episode;
  }
}
