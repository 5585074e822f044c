import * as vscode from 'vscode';
import type { NewEpisodeChoices, NewEpisodePlan } from '../../../core/newEpisode/choices.js';
import { planNewEpisode, suggestNewEpisode } from '../../../core/newEpisode/planNewEpisode.js';
import { formatNumber } from '../../../core/show/show.js';
import { dayIn } from '../../../core/text/dates.js';
import { guarded } from '../../adapters/guarded.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import type { Services } from '../../services.js';
import { applyPlan } from './applyPlan.js';

/**
 * `tgik.newEpisode`: asks for a title, then creates and opens the next note with the outline of the previous episode
 * of the series. With arguments (NewEpisodeChoices) nothing is asked.
 */
export const registerNewEpisode = (services: Services): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand(
      'tgik.newEpisode',
      guarded(services.log, (choices?: unknown) => newEpisode(services, isChoices(choices) ? choices : undefined)),
    ),
    vscode.commands.registerCommand(
      'tgik.newEpisodeFrom',
      guarded(services.log, (source?: { number?: number | null }) => newEpisode(services, undefined, source?.number)),
    ),
  );

/** A keybinding's arguments; a click in a view hands over rows instead. */
const isChoices = (value: unknown): value is NewEpisodeChoices =>
  typeof value === 'object' &&
  value !== null &&
  ['title', 'number', 'from', 'carry', 'date', 'hosts', 'video'].some((key) => key in value);

async function newEpisode(
  services: Services,
  given: NewEpisodeChoices | undefined,
  from?: number | null,
): Promise<vscode.Uri | undefined> {
  const showFolder = await services.shows.showFor(vscode.window.activeTextEditor?.document.uri);
  if (!showFolder) {
    await fail(vscode.l10n.t('Open the folder of your show first.'), vscode.l10n.t('Open Folder'), 'vscode.openFolder');
    return undefined;
  }
  const archive = await services.shows.freshArchiveOf(showFolder);
  const today = dayIn(showFolder.show.timeZone, Date.now());
  const source = typeof from === 'number' ? { from } : {};
  const asked = given ?? (await ask(showFolder, suggestNewEpisode(archive, today, source)));
  const choices = asked && { ...source, ...asked };
  if (!choices) return undefined;
  const plan = planNewEpisode(archive, choices, today);
  if (plan.kind === 'refused') {
    await fail(plan.message);
    return undefined;
  }
  await applyPlan(plan, showFolder);
  return open(plan, showFolder);
}

async function ask(
  { show }: ShowFolder,
  suggestion: ReturnType<typeof suggestNewEpisode>,
): Promise<NewEpisodeChoices | undefined> {
  const source = suggestion.from;
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New {0} Episode {1}', show.name, formatNumber(show, suggestion.number)),
    prompt: source?.number
      ? vscode.l10n.t(
          'The title. Its series decides whose outline goes on; as it stands, that of {0} {1}.',
          formatNumber(show, source.number),
          source.title,
        )
      : vscode.l10n.t('The title. No earlier outline goes on.'),
    placeHolder: vscode.l10n.t('Series : Topic'),
    value: suggestion.title,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Expected a title.') : undefined),
  });
  return title === undefined ? undefined : { title };
}

/** Opens the note with the cursor at the first thing to fill in. */
async function open(plan: NewEpisodePlan, { folder }: ShowFolder): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder.uri, plan.path);
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.positionAt(plan.cursor);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preview: false });
  return uri;
}

async function fail(message: string, action?: string, command?: string): Promise<void> {
  const picked = await (action
    ? vscode.window.showErrorMessage(message, action)
    : vscode.window.showErrorMessage(message));
  if (picked && command) await vscode.commands.executeCommand(command);
}
