import * as vscode from 'vscode';
import { exists } from '../../adapters/files.js';
import { guarded } from '../../adapters/guarded.js';
import type { Services } from '../../services.js';

const FILES = ['.tgik.json', 'playlist.md', 'episodes/001/README.md', 'episodes/002/README.md'];
const OPENING = 'tgik.openingSample';

/**
 * `tgik.openSample`: a small show to try everything on, in a new folder below one that is picked. With that folder as
 * argument nothing is asked and nothing opened. Gives the URI of the show.
 */
export function registerSample(services: Services): vscode.Disposable {
  void goOn(services);
  return vscode.commands.registerCommand(
    'tgik.openSample',
    guarded(services.log, (parent?: unknown) =>
      parent instanceof vscode.Uri ? makeSample(parent, services) : openSample(services),
    ),
  );
}

async function openSample(services: Services): Promise<vscode.Uri | undefined> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Where shall the folder of the sample show be made?'),
      openLabel: vscode.l10n.t('Make It Here'),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (!parent) return undefined;
  const folder = await makeSample(parent, services);
  await services.globalState.update(OPENING, folder.toString());
  const forceNewWindow = Boolean(vscode.workspace.workspaceFolders?.length);
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
  return folder;
}

/** Writes the files into a folder of their own, which was not there before. */
async function makeSample(parent: vscode.Uri, { extensionUri }: Services): Promise<vscode.Uri> {
  let folder = vscode.Uri.joinPath(parent, 'tgik-sample');
  for (let count = 2; await exists(folder); count += 1) folder = vscode.Uri.joinPath(parent, `tgik-sample-${count}`);
  const edit = new vscode.WorkspaceEdit();
  for (const file of FILES) {
    const contents = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'media/sample', file));
    edit.createFile(vscode.Uri.joinPath(folder, file), { overwrite: false, contents });
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('{0} cannot be written.', folder.path));
  return folder;
}

/** In the window of the sample, the walkthrough goes on where it was. */
async function goOn({ globalState }: Services): Promise<void> {
  const opened = vscode.workspace.workspaceFolders?.[0]?.uri.toString();
  if (opened === undefined || globalState.get(OPENING) !== opened) return;
  await globalState.update(OPENING, undefined);
  const next = { category: 'tgik.tgik#firstEpisode', step: 'newEpisode' };
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', next);
}
