import * as vscode from 'vscode';
import type { Services } from '../../services.js';

/** `note`: its outline is shown. All others have a welcome in the manifest, by the context key `tgik.outlineState`. */
export type OutlineState = 'note' | 'noOutline' | 'notANote' | 'noShow' | 'noFolder' | 'unreadable';

/** What the view can say of a document; the last state where it fails is `unreadable`. */
export async function outlineStateOf(
  document: vscode.TextDocument | undefined,
  services: Services,
): Promise<OutlineState> {
  const { shows, episodes, log } = services;
  try {
    if (!vscode.workspace.workspaceFolders?.length) return 'noFolder';
    const folder = await shows.showFor(document?.uri);
    if (!folder) return 'noFolder';
    if (document && (await isNote(document, services))) {
      return (await episodes.read(document, folder.show)).outline.length > 0 ? 'note' : 'noOutline';
    }
    const { episodes: known } = await shows.archiveOf(folder);
    return known.length > 0 ? 'notANote' : 'noShow';
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    return 'unreadable';
  }
}

/** A note of the show, or Markdown that is not saved yet and may become one. */
const isNote = async (document: vscode.TextDocument, { shows }: Services): Promise<boolean> =>
  document.languageId === 'markdown' && (document.isUntitled || (await shows.isNote(document)));
