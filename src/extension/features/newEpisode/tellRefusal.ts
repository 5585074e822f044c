import * as vscode from 'vscode';
import type { Archive } from '../../../core/archive/archive.js';
import { nextNumber } from '../../../core/archive/buildArchive.js';
import type { NewEpisodeChoices, NewEpisodePlan, NewEpisodeRefusal } from '../../../core/newEpisode/choices.js';
import { formatNumber } from '../../../core/show/show.js';
import { inUserLanguage } from '../../adapters/inUserLanguage.js';
import { showError } from '../../adapters/messages.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import type { Unwritten } from './applyPlan.js';

/** Says why no note was made, with the action that helps; gives the choices to go on with, or `ask` for the questions. */
export async function tellRefusal(
  { reason, message }: NewEpisodeRefusal,
  archive: Archive,
  choices: NewEpisodeChoices,
  { folder, show }: ShowFolder,
): Promise<NewEpisodeChoices | 'ask' | undefined> {
  const number = nextNumber(archive);
  const next = vscode.l10n.t('Use {0}', formatNumber(show, number));
  const ask = vscode.l10n.t('Ask Me Instead');
  const builtIn = vscode.l10n.t('Use the Built-in Template');
  const settings = vscode.l10n.t('Open Settings');
  const template = vscode.l10n.t('Open Template');
  const actions =
    reason === 'number-taken'
      ? [next]
      : reason === 'no-template'
        ? [builtIn, settings]
        : reason === 'no-outline-section'
          ? [builtIn, ...(show.template === '' ? [] : [template])]
          : [ask];
  const words =
    reason === 'no-template' && !vscode.workspace.isTrusted
      ? vscode.l10n.t('{0} is not read, as this folder is not trusted.', show.template)
      : inUserLanguage(message);
  switch (await showError(words, ...actions)) {
    case next:
      return { ...choices, number };
    case builtIn:
      return { ...choices, template: 'built-in' };
    case ask:
      return 'ask';
    case settings:
      await vscode.commands.executeCommand('workbench.action.openSettings', 'tgik.template');
      return undefined;
    case template:
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, show.template));
      return undefined;
    default:
      return undefined;
  }
}

/** Says what could not be written; gives the choices to go on with. */
export async function tellUnwritten(
  { reason, path }: Unwritten,
  plan: NewEpisodePlan,
  choices: NewEpisodeChoices,
): Promise<NewEpisodeChoices | undefined> {
  const nextFree = vscode.l10n.t('Use the Next Number');
  const unsaved = vscode.l10n.t('Open as Unsaved Note');
  const leave = vscode.l10n.t('Leave the Index Alone');
  const update = vscode.l10n.t('Update Episode Index');
  const messages: Readonly<Record<Unwritten['reason'], string>> = {
    exists: vscode.l10n.t('{0} was made by someone else meanwhile. Nothing was written.', path),
    'read-only': vscode.l10n.t('{0} is read-only. Nothing was written.', path),
    changed: vscode.l10n.t('{0} has changed meanwhile. Nothing was written: try again.', path),
    failed: vscode.l10n.t('{0} could not be written. Is the disk full? Nothing was left behind.', path),
    unfaithful: vscode.l10n.t('{0} is not UTF-8 with one kind of line end. Nothing was written.', path),
    link: vscode.l10n.t('{0} is a symbolic link, or below one. Nothing was written.', path),
    index: vscode.l10n.t('The note was made. {0} could not be changed.', path),
  };
  const actions: Readonly<Partial<Record<Unwritten['reason'], string>>> = {
    exists: nextFree,
    index: update,
    unfaithful: leave,
    ...(path === plan.path ? {} : { link: leave }),
  };
  const action = actions[reason] ?? unsaved;
  const picked = await showError(messages[reason], action);
  if (picked === unsaved) {
    const content = plan.files[0]?.after ?? '';
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  }
  if (picked === update) await vscode.commands.executeCommand('tgik.updateIndex');
  if (picked === leave) return { ...choices, index: false };
  const { number: _taken, ...others } = choices;
  return picked === nextFree ? { ...others, carry: others.carry ?? 'coverage' } : undefined;
}
