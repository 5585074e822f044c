import * as vscode from 'vscode';
import type { Archive } from '../../../core/archive/archive.js';
import type { NewEpisodeChoices } from '../../../core/newEpisode/choices.js';
import { checkChoices, type NewEpisodeSuggestion } from '../../../core/newEpisode/planNewEpisode.js';
import { formatNumber } from '../../../core/show/show.js';
import { parseDate } from '../../../core/text/dates.js';
import { inUserLanguage } from '../../adapters/inUserLanguage.js';
import type { Answers } from './answers.js';

export interface DetailItem extends vscode.QuickPickItem {
  readonly what: 'go on' | 'number' | 'date' | 'hosts' | 'video';
}

/** What number, date, hosts and video are; the first line goes on with them. */
export function detailItems({ show }: Archive, answers: Answers, suggestion: NewEpisodeSuggestion): DetailItem[] {
  const hosts = (answers.hosts ?? suggestion.hosts).join(', ');
  const item = (what: DetailItem['what'], icon: string, label: string, description: string): DetailItem => ({
    label: `$(${icon}) ${label}`,
    description,
    what,
  });
  return [
    item('go on', 'arrow-right', vscode.l10n.t('Go on'), ''),
    item('number', 'symbol-number', vscode.l10n.t('Number'), formatNumber(show, answers.number ?? suggestion.number)),
    item('date', 'calendar', vscode.l10n.t('Recording date'), answers.date ?? suggestion.date),
    item('hosts', 'account', vscode.l10n.t('Hosts'), hosts === '' ? vscode.l10n.t('none yet') : hosts),
    item('video', 'device-camera-video', vscode.l10n.t('Video'), answers.video ?? vscode.l10n.t('later')),
  ];
}

/** Asks for one of them; Escape leaves it as it was. */
export async function askDetail(
  what: Exclude<DetailItem['what'], 'go on'>,
  archive: Archive,
  answers: Answers,
  suggestion: NewEpisodeSuggestion,
): Promise<void> {
  if (what === 'hosts') {
    const hosts = await askHosts(archive, answers.hosts ?? suggestion.hosts);
    if (hosts) answers.hosts = hosts;
    return;
  }
  const choiceOf = (typed: string): NewEpisodeChoices =>
    what === 'number' ? { number: Number(typed) } : { [what]: typed };
  const value = await vscode.window.showInputBox({
    title: { number: vscode.l10n.t('Number'), date: vscode.l10n.t('Recording Date'), video: vscode.l10n.t('Video') }[
      what
    ],
    prompt: {
      number: vscode.l10n.t('A number that is not in use.'),
      date: vscode.l10n.t('2019-10-11, 10/11/2019 or October 11, 2019.'),
      video: vscode.l10n.t('A YouTube id or URL; empty for later.'),
    }[what],
    value: {
      number: String(answers.number ?? suggestion.number),
      date: answers.date ?? suggestion.date,
      video: answers.video ?? '',
    }[what],
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const wrong = what === 'video' && typed.trim() === '' ? null : checkChoices(archive, choiceOf(typed.trim()));
      return wrong && inUserLanguage(wrong.message);
    },
  });
  if (value === undefined) return;
  const typed = value.trim();
  if (what === 'number') answers.number = Number(typed);
  else if (what === 'date') answers.date = parseDate(typed) ?? suggestion.date;
  else if (typed === '') delete answers.video;
  else answers.video = typed;
}

/** Everyone who has hosted, the newest first; another name can be typed. */
function askHosts({ episodes }: Archive, chosen: readonly string[]): Promise<string[] | undefined> {
  const known = [...new Set([...chosen, ...episodes.flatMap(({ hosts }) => hosts)])].map((label) => ({ label }));
  const pick = vscode.window.createQuickPick();
  pick.title = vscode.l10n.t('Hosts');
  pick.placeholder = vscode.l10n.t('Pick the hosts, or type another name');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.items = known;
  pick.selectedItems = known.filter(({ label }) => chosen.includes(label));
  return new Promise<string[] | undefined>((resolve) => {
    pick.onDidChangeValue((typed) => {
      const selected = new Set(pick.selectedItems.map(({ label }) => label));
      const own = typed.trim();
      pick.items = own === '' || known.some(({ label }) => label === own) ? known : [{ label: own }, ...known];
      pick.selectedItems = pick.items.filter(({ label }) => selected.has(label) || label === own);
    });
    pick.onDidAccept(() => resolve(pick.selectedItems.map(({ label }) => label)));
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  }).finally(() => pick.dispose());
}
