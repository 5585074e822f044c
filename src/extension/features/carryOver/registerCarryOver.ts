import * as vscode from 'vscode';
import { episodeAt } from '../../../core/archive/lookUp.js';
import { carryInto } from '../../../core/newEpisode/carryInto.js';
import { suggestNewEpisode } from '../../../core/newEpisode/planNewEpisode.js';
import { formatNumber } from '../../../core/show/show.js';
import { dayIn } from '../../../core/text/dates.js';
import { diffSpan } from '../../../core/text/diffSpan.js';
import { guarded } from '../../adapters/guarded.js';
import { showInformation } from '../../adapters/messages.js';
import type { Services } from '../../services.js';

/**
 * `tgik.carryOverOutline`: adds to the note in the editor what it lacks of another episode's outline. An argument
 * `{ "from": 96 }` is not asked for.
 */
export const registerCarryOver = (services: Services): vscode.Disposable =>
  vscode.commands.registerCommand(
    'tgik.carryOverOutline',
    guarded(services.log, (given?: unknown) => carryOver(services, given)),
  );

async function carryOver({ shows, edits }: Services, given: unknown): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const showFolder = document?.languageId === 'markdown' ? await shows.freshShowFor(document.uri) : undefined;
  if (!document || !showFolder) throw new Error(vscode.l10n.t('Open the note of the episode first.'));
  const { show } = showFolder;
  const archive = await shows.freshArchiveOf(showFolder);
  const path = shows.pathIn(showFolder, document.uri);
  const own = episodeAt(archive, path);
  const earlier = archive.episodes.filter((one) => one !== own && one.progress.total > 0 && one.number !== null);
  const before = {
    ...archive,
    episodes: earlier.filter(({ number }) => (number ?? 0) < (own?.number ?? Number.MAX_VALUE)),
  };
  const suggested = suggestNewEpisode(before, dayIn(show.timeZone, Date.now()), {}, own).from;
  const items = [...(suggested ? [suggested] : []), ...earlier.filter((one) => one !== suggested)].map((episode) => ({
    label: `${formatNumber(show, episode.number ?? 0)} ${episode.title}`,
    description: vscode.l10n.t('{0} of {1} done', episode.progress.done, episode.progress.total),
    episode,
  }));
  if (items.length === 0) throw new Error(vscode.l10n.t('No other episode has an outline with boxes.'));
  const asked = typeof given === 'object' && given !== null && 'from' in given ? given.from : undefined;
  const picked =
    asked === undefined
      ? await vscode.window.showQuickPick(items, {
          title: vscode.l10n.t('Carry Over Outline'),
          placeHolder: vscode.l10n.t('Adds what this note lacks; what it has keeps its state'),
        })
      : items.find(({ episode }) => episode.number === asked);
  if (!picked) {
    if (asked !== undefined) throw new Error(vscode.l10n.t('Episode {0} has no outline to carry over.', String(asked)));
    return;
  }
  const source = await shows.readSource(showFolder, picked.episode.path);
  let added = 0;
  let left: readonly string[] = [];
  const result = await edits.apply(document, ({ syntax: { text } }) => {
    const carried = carryInto(text, source, show);
    ({ added, left } = carried);
    return carried.text === text ? [] : [diffSpan(text, carried.text)];
  });
  if (result !== 'done') return;
  void showInformation(
    left.length > 0
      ? vscode.l10n.t('{0} items were added. No sure place was found for: {1}', added, left.join(', '))
      : added === 0
        ? vscode.l10n.t('This note has all items of that outline.')
        : vscode.l10n.t('{0} items were added.', added),
  );
}
