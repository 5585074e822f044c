import * as vscode from 'vscode';
import type { Archive } from '../../../core/archive/archive.js';
import { episodeAt } from '../../../core/archive/lookUp.js';
import type { CarryMode, NewEpisodeChoices, NewEpisodePlan } from '../../../core/newEpisode/choices.js';
import { planNewEpisode, suggestNewEpisode } from '../../../core/newEpisode/planNewEpisode.js';
import { dayIn } from '../../../core/text/dates.js';
import { guarded } from '../../adapters/guarded.js';
import { inUserLanguage } from '../../adapters/inUserLanguage.js';
import { showError } from '../../adapters/messages.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import type { Services } from '../../services.js';
import { applyPlan } from './applyPlan.js';
import { PlanPreview } from './preview.js';
import { tellRefusal, tellUnwritten } from './tellRefusal.js';
import { askNewEpisode } from './wizard.js';

/**
 * `tgik.newEpisode`: asks step by step, then creates and opens the next note with the outline of an earlier one.
 * With arguments (NewEpisodeChoices) nothing is asked. Gives the URI of the note made.
 */
export function registerNewEpisode(services: Services): vscode.Disposable {
  const preview = new PlanPreview();
  const make = guarded(services.log, (choices: NewEpisodeChoices | undefined, from: number | undefined) =>
    newEpisode(services, preview, choices, from),
  );
  return vscode.Disposable.from(
    preview,
    vscode.commands.registerCommand('tgik.newEpisode', (given?: unknown) =>
      make(isChoices(given) ? given : undefined, undefined),
    ),
    vscode.commands.registerCommand('tgik.newEpisodeFrom', (source?: { number?: number | null }) =>
      make(undefined, source?.number ?? undefined),
    ),
  );
}

const ARGUMENTS: readonly (keyof NewEpisodeChoices)[] = [
  ...(['title', 'number', 'from', 'carry', 'date', 'hosts', 'video'] as const),
  ...(['stamp', 'links', 'index', 'template'] as const),
];

/** A keybinding's arguments; a click in a view hands over rows instead. */
const isChoices = (value: unknown): value is NewEpisodeChoices =>
  typeof value === 'object' && value !== null && !('episode' in value) && ARGUMENTS.some((key) => key in value);

async function newEpisode(
  services: Services,
  preview: PlanPreview,
  given: NewEpisodeChoices | undefined,
  from: number | undefined,
): Promise<vscode.Uri | undefined> {
  const { shows } = services;
  const active = vscode.window.activeTextEditor?.document.uri;
  const showFolder = await shows.freshShowFor(active);
  if (!showFolder) {
    await fail(vscode.l10n.t('Open the folder of your show first.'), vscode.l10n.t('Open Folder'), 'vscode.openFolder');
    return undefined;
  }
  if (showFolder.problems.length > 0) {
    const message = vscode.l10n.t(
      'No note was made, as a setting is wrong: {0}',
      showFolder.problems.map(inUserLanguage).join(' '),
    );
    const query = '@ext:tgik.tgik';
    await fail(message, vscode.l10n.t('Open Settings'), 'workbench.action.openSettings', query);
    return undefined;
  }
  const archive = await shows.freshArchiveOf(showFolder);
  const today = dayIn(showFolder.show.timeZone, Date.now());
  const path = active && shows.pathIn(showFolder, active);
  const near = episodeAt(archive, path);
  const settings = vscode.workspace.getConfiguration('tgik', showFolder.folder.uri);
  const planOf = async (known: Archive, asked: NewEpisodeChoices) => {
    const { from: source } = suggestNewEpisode(known, today, asked, near);
    const notes = source ? await shows.withNote(known, showFolder, source) : { ...known, notes: new Map() };
    return planNewEpisode(notes, asked, today, near);
  };
  const choices =
    given ??
    (await askNewEpisode({
      archive,
      today,
      near,
      from,
      carry: settings.get<CarryMode>('newEpisode.carry', 'coverage'),
      read: ({ path: source }) => shows.readSource(showFolder, source),
      previewAtOnce: settings.get('newEpisode.preview', false),
      preview: async (asked) => {
        const plan = await planOf(archive, asked);
        if (plan.kind === 'plan') await preview.show(plan, showFolder);
      },
    }));
  await preview.close();
  if (!choices) return undefined;
  // the questions may have been open for long: what is written is planned on what is there now
  const plan = await planOf(given ? archive : await shows.freshArchiveOf(showFolder), choices);
  if (plan.kind === 'refused') {
    const next = await tellRefusal(plan, archive, choices, showFolder);
    if (next === undefined) return undefined;
    return newEpisode(services, preview, next === 'ask' ? undefined : next, from);
  }
  const unwritten = await applyPlan(plan, showFolder, choices.index !== false);
  if (unwritten === undefined) return open(plan, showFolder);
  if (unwritten.reason === 'index') {
    void tellUnwritten(unwritten, plan, choices);
    return open(plan, showFolder);
  }
  const next = await tellUnwritten(unwritten, plan, choices);
  return next && newEpisode(services, preview, next, from);
}

/** Opens the note with the cursor at the first thing to fill in. */
async function open(plan: NewEpisodePlan, { folder }: ShowFolder): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder.uri, plan.path);
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.positionAt(plan.cursor);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preview: false });
  return uri;
}

async function fail(message: string, action?: string, command?: string, ...given: unknown[]): Promise<void> {
  const picked = await (action ? showError(message, action) : showError(message));
  if (picked && command) await vscode.commands.executeCommand(command, ...given);
}
