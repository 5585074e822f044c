import * as vscode from 'vscode';
import type { Archive } from '../../../core/archive/archive.js';
import { episodeAt } from '../../../core/archive/lookUp.js';
import { isInOtherCase } from '../../../core/archive/otherCase.js';
import { parseIndex } from '../../../core/archive/parseIndex.js';
import type { Facts } from '../../../core/diagnostics/rule.js';
import type { Episode } from '../../../core/episode/episode.js';
import { relativeTargets } from '../../../core/episode/relativeTargets.js';
import { mapBounded } from '../../../core/text/mapBounded.js';
import { exists } from '../../adapters/files.js';
import type { ShowFolder } from '../../adapters/showFolder.js';

/** Gathers what rules may know of a note; judging comes after, without waiting. `path` is null outside of the show. */
export async function gatherFacts(
  episode: Episode,
  path: string | null,
  { show, folder }: ShowFolder,
  archive: Archive | null,
): Promise<Facts> {
  const targets = path === null ? [] : relativeTargets(episode, path);
  const isThere = (target: string) => exists(vscode.Uri.joinPath(folder.uri, target)).catch(() => true);
  const found = new Map(await mapBounded(targets, 8, async (target) => [target, await isThere(target)] as const));
  return {
    show,
    episode,
    path,
    archived: (archive && episodeAt(archive, path)) ?? null,
    archive,
    ...(path !== null && path === show.index ? { index: parseIndex(episode.syntax.text) } : {}),
    fileExists: (target) => found.get(target) && !isInOtherCase(archive, target),
  };
}
