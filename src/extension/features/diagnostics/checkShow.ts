import * as vscode from 'vscode';
import { guarded } from '../../adapters/guarded.js';
import { harmless, showError } from '../../adapters/messages.js';
import type { Services } from '../../services.js';
import type { NoteProblems } from './noteProblems.js';

/** `tgik.checkShow`: judges every note of the show once, with progress, and shows the Problems panel. */
export const registerCheckShow = (services: Services, problems: NoteProblems): vscode.Disposable =>
  vscode.commands.registerCommand(
    'tgik.checkShow',
    guarded(services.log, () => checkShow(services, problems)),
  );

async function checkShow(services: Services, problems: NoteProblems): Promise<void> {
  const { shows } = services;
  const showFolder = await shows.showFor(vscode.window.activeTextEditor?.document.uri);
  if (!showFolder) {
    void showError(vscode.l10n.t('Open the folder of your show first.'));
    return;
  }
  const archive = await shows.freshArchiveOf(showFolder);
  const title = vscode.l10n.t('Checking {0} notes', archive.episodes.length);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  await vscode.window.withProgress(options, async (progress, token) => {
    for (const episode of archive.episodes) {
      if (token.isCancellationRequested) return;
      await problems.judgeClosed(episode, showFolder, archive);
      progress.report({ message: harmless(episode.path), increment: 100 / archive.episodes.length });
    }
  });
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}
