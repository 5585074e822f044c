import * as vscode from 'vscode';
import type { Archive } from '../../../core/archive/archive.js';
import type { Facts } from '../../../core/diagnostics/rule.js';
import { relativeTargets } from '../../../core/episode/relativeTargets.js';
import { exists } from '../../adapters/files.js';
import type { ShowFolder } from '../../adapters/shows.js';
import type { Services } from '../../services.js';

/** Gathers what rules may know of a document as it is now; judging comes after, without waiting. */
export async function gatherFacts(
  document: vscode.TextDocument,
  showFolder: ShowFolder,
  archive: Archive | null,
  { episodes, shows }: Services,
): Promise<Facts> {
  const { show, folder } = showFolder;
  const episode = episodes.of(document, show);
  const path = shows.pathIn(showFolder, document.uri);
  const found = new Map<string, boolean>();
  for (const target of path === null ? [] : relativeTargets(episode, path)) {
    found.set(target, await exists(vscode.Uri.joinPath(folder.uri, target)).catch(() => true));
  }
  return {
    show,
    episode,
    path,
    archived: archive?.episodes.find((one) => one.path === path) ?? null,
    archive,
    fileExists: (target) => found.get(target),
  };
}
