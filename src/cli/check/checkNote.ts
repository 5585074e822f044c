import { episodeAt } from '../../core/archive/lookUp.js';
import { type ComputedProblem, computeProblems } from '../../core/diagnostics/computeProblems.js';
import type { Facts } from '../../core/diagnostics/rule.js';
import type { Severities } from '../../core/diagnostics/severities.js';
import type { Episode } from '../../core/episode/episode.js';
import { archiveWith, type LoadedShow } from '../../node/loadShow.js';
import { KnownFiles } from '../../node/noteFacts.js';
import type { SelectedNote } from './selectNotes.js';

/** A note as it is, or as it would be, and what is wrong with it. */
export interface JudgedNote {
  readonly facts: Facts;
  readonly problems: readonly ComputedProblem[];
}

/** Judges notes of one show. */
export class Checker {
  readonly #show: LoadedShow;
  readonly #severities: Severities;
  readonly #files: KnownFiles;

  constructor(show: LoadedShow, severities: Severities) {
    this.#show = show;
    this.#severities = severities;
    this.#files = new KnownFiles(show.root);
  }

  /** Judges a note; `episode` is its text where that is not the one on the disk. */
  async judge({ path, episode: onDisk }: SelectedNote, episode: Episode = onDisk): Promise<JudgedNote> {
    const { show, archive } = this.#show;
    const known = path !== null && (path === show.index || episodeAt(archive, path) !== undefined);
    const current = known && episode !== onDisk ? archiveWith(this.#show, path, episode) : archive;
    const facts = await this.#files.gatherFacts({ show, episode, path, archive: path === null ? null : current });
    return { facts, problems: computeProblems(facts, this.#severities) };
  }
}
