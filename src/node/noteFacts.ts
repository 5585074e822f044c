import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../core/archive/archive.js';
import { episodeAt } from '../core/archive/lookUp.js';
import { isInOtherCase } from '../core/archive/otherCase.js';
import { parseIndex } from '../core/archive/parseIndex.js';
import type { Facts } from '../core/diagnostics/rule.js';
import type { Episode } from '../core/episode/episode.js';
import { relativeTargets } from '../core/episode/relativeTargets.js';
import type { Show } from '../core/show/show.js';
import { mapBounded } from '../core/text/mapBounded.js';
import { errorCode, isMissing } from './readText.js';

/** One note and what is known around it. `path` is null for a file outside the show. */
export interface NoteAtHand {
  readonly show: Show;
  readonly episode: Episode;
  readonly path: string | null;
  readonly archive: Archive | null;
}

/** Looks up files of one show, each once. */
export class KnownFiles {
  readonly #root: string;
  readonly #known = new Map<string, boolean>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Gathers what rules may know of a note; judging comes after, without waiting. */
  async gatherFacts({ show, episode, path, archive }: NoteAtHand): Promise<Facts> {
    if (path !== null) await this.#lookUp(relativeTargets(episode, path));
    const archived = (archive && episodeAt(archive, path)) ?? null;
    return {
      show,
      episode,
      path,
      archived,
      archive,
      ...(path !== null && path === show.index ? { index: parseIndex(episode.syntax.text) } : {}),
      fileExists: (target) => (path === null ? undefined : this.#known.get(target) && !isInOtherCase(archive, target)),
    };
  }

  async #lookUp(targets: readonly string[]): Promise<void> {
    await mapBounded(
      targets.filter((target) => !this.#known.has(target)),
      8,
      async (target) => {
        const exists = await stat(join(this.#root, target)).then(() => true, seemsThere);
        this.#known.set(target, exists);
      },
    );
  }
}

/** A file that may not be looked at is not one that is missing. */
const seemsThere = (error: unknown): boolean => !isMissing(error) && errorCode(error) !== 'ERR_INVALID_ARG_VALUE';
