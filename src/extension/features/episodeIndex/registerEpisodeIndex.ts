import * as vscode from 'vscode';
import { faultName, findIndexFaults, type IndexFault, mendIndex } from '../../../core/archive/mendIndex.js';
import { parseIndex } from '../../../core/archive/parseIndex.js';
import { diffSpan } from '../../../core/text/diffSpan.js';
import { guarded } from '../../adapters/guarded.js';
import { showInformation } from '../../adapters/messages.js';
import type { Services } from '../../services.js';

/** `tgik.updateIndex`: shows what the index lacks or has wrong, and mends what is picked as one undoable edit. */
export const registerEpisodeIndex = (services: Services): vscode.Disposable =>
  vscode.commands.registerCommand(
    'tgik.updateIndex',
    guarded(services.log, (all?: unknown) => updateIndex(services, all === 'all')),
  );

async function updateIndex({ shows, edits }: Services, all: boolean): Promise<void> {
  const showFolder = await shows.freshShowFor(vscode.window.activeTextEditor?.document.uri);
  if (!showFolder) throw new Error(vscode.l10n.t('Open the folder of your show first.'));
  const archive = await shows.freshArchiveOf(showFolder);
  const { index } = archive.show;
  if (!archive.index)
    throw new Error(vscode.l10n.t('There is no index: {0} is missing.', index === '' ? 'tgik.index' : index));
  const faults = findIndexFaults(archive);
  if (faults.length === 0) {
    void showInformation(vscode.l10n.t('{0} lists every episode, newest first.', index));
    return;
  }
  const items = faults.map((fault) => ({
    label: faultName(archive, fault),
    description: wordsOf(fault),
    // a line is taken out only where the host says so: its note may be on its way
    picked: fault.kind !== 'orphan',
    fault,
  }));
  const picked = all
    ? items.filter((item) => item.picked)
    : await vscode.window.showQuickPick(items, {
        canPickMany: true,
        title: vscode.l10n.t('Update {0}', index),
        placeHolder: vscode.l10n.t('What is picked will be mended; titles stay as they are'),
      });
  if (!picked || picked.length === 0) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(showFolder.folder.uri, index));
  const fresh = await shows.freshArchiveOf(showFolder);
  const mended = picked.map(({ fault }) => fault);
  const result = await edits.apply(document, ({ syntax: { text } }) => {
    const after = mendIndex({ ...fresh, index: parseIndex(text) }, mended);
    return after === text ? [] : [diffSpan(text, after)];
  });
  if (result === 'impossible') throw new Error(vscode.l10n.t('{0} could not be changed. Try again.', index));
  await vscode.window.showTextDocument(document);
}

function wordsOf({ kind, target }: IndexFault): string {
  if (kind === 'missing') return vscode.l10n.t('has no line');
  if (kind === 'dead') return vscode.l10n.t('leads to {0}, which is no note of the show', target ?? '');
  if (kind === 'orphan') return vscode.l10n.t('has no note: the line is taken out');
  return vscode.l10n.t('stands below an older episode');
}
