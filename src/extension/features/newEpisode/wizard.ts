import * as vscode from 'vscode';
import type { Archive, ArchivedEpisode } from '../../../core/archive/archive.js';
import type { Episode } from '../../../core/episode/episode.js';
import { carriedTasks } from '../../../core/newEpisode/carryOver.js';
import type { CarryMode, NewEpisodeChoices } from '../../../core/newEpisode/choices.js';
import { type NewEpisodeSuggestion, suggestNewEpisode } from '../../../core/newEpisode/planNewEpisode.js';
import { formatNumber } from '../../../core/show/show.js';
import { pickInSteps, runSteps, type Step, type StepPlace, type StepResult } from '../../adapters/multiStep.js';
import type { Answers } from './answers.js';
import { askDetail, detailItems } from './details.js';

/** What the wizard works with. */
export interface WizardContext {
  readonly archive: Archive;
  /** `YYYY-MM-DD` at the show. */
  readonly today: string;
  /** The note the host is in. */
  readonly near: ArchivedEpisode | undefined;
  /** The episode to start from where that is settled; undefined asks. */
  readonly from: number | undefined;
  readonly carry: CarryMode;
  readonly previewAtOnce: boolean;
  /** The whole note of an episode; undefined where it is gone. */
  read(episode: ArchivedEpisode): Promise<Episode | undefined>;
  preview(choices: NewEpisodeChoices): Promise<void>;
}

/** Asks what a new episode should be; every step has a default. Undefined for Escape. */
export async function askNewEpisode(context: WizardContext): Promise<NewEpisodeChoices | undefined> {
  const answers: Answers = { carry: context.carry, stamp: true, links: true };
  if (context.from !== undefined) answers.from = context.from;
  const steps: Step[] = [];
  if (context.from === undefined && context.archive.episodes.length > 0)
    steps.push((place) => askSource(place, context, answers));
  steps.push((place) => askTitle(place, context, answers));
  steps.push((place) => askDetails(place, context, answers));
  if (context.archive.episodes.length > 0) steps.push((place) => askCarry(place, context, answers));
  return (await runSteps(steps)) ? answers : undefined;
}

/** What would be suggested with the answers so far. */
const suggestionOf = ({ archive, today, near }: WizardContext, { from }: Answers): NewEpisodeSuggestion =>
  suggestNewEpisode(archive, today, from === undefined ? {} : { from }, near);

const titleOf = ({ archive }: WizardContext, number: number): string =>
  vscode.l10n.t('New {0} Episode {1}', archive.show.name, formatNumber(archive.show, number));

const numberOf = (context: WizardContext, answers: Answers): number =>
  answers.number ?? suggestionOf(context, answers).number;

async function askSource(place: StepPlace, context: WizardContext, answers: Answers): Promise<StepResult> {
  const { archive } = context;
  const suggested = suggestionOf(context, {}).from;
  const others = archive.episodes.filter((one) => one !== suggested && one.number !== null);
  const item = ({ number, title, progress: { done, total } }: ArchivedEpisode) => ({
    label: `${formatNumber(archive.show, number ?? 0)} ${title}`,
    description: total > 0 ? vscode.l10n.t('{0} of {1} done', done, total) : '',
    from: number,
  });
  const items = [
    ...(suggested ? [item(suggested)] : []),
    ...others.map(item),
    { label: vscode.l10n.t('No outline'), description: vscode.l10n.t('start from the template'), from: null },
  ];
  const picked = await pickInSteps(place, {
    title: titleOf(context, numberOf(context, answers)),
    placeholder: vscode.l10n.t('The episode whose outline goes on'),
    items: () => items,
    active: ({ from }) => answers.from !== undefined && from === answers.from,
  });
  if (picked === undefined) return 'cancelled';
  if (picked === 'back') return 'back';
  answers.from = picked.from;
  return 'next';
}

async function askTitle(place: StepPlace, context: WizardContext, answers: Answers): Promise<StepResult> {
  const { titles } = suggestionOf(context, answers);
  const later = { label: vscode.l10n.t('Title later'), alwaysShow: true, words: '' };
  const items = (typed: string) => {
    const own = typed.trim() === '' ? [] : [{ label: typed.trim(), alwaysShow: true, words: typed.trim() }];
    const known = titles.filter((title) => title !== typed.trim()).map((title) => ({ label: title, words: title }));
    return own.length + known.length > 0 ? [...own, ...known] : [later];
  };
  const picked = await pickInSteps<vscode.QuickPickItem & { words: string }>(place, {
    title: titleOf(context, numberOf(context, answers)),
    placeholder: vscode.l10n.t('The title: pick the next topic, or type “Series : Topic”'),
    items,
    value: answers.title !== undefined && !titles.includes(answers.title) ? answers.title : '',
    active: ({ words }) => words === answers.title,
    onBack: (typed) => {
      if (typed.trim() !== '') answers.title = typed.trim();
    },
  });
  if (picked === undefined) return 'cancelled';
  if (picked === 'back') return 'back';
  if (picked.words === '') delete answers.title;
  else answers.title = picked.words;
  return 'next';
}

/** Number, date, hosts and video stand in one list: Enter takes them as they are. */
async function askDetails(place: StepPlace, context: WizardContext, answers: Answers): Promise<StepResult> {
  const suggestion = suggestionOf(context, answers);
  const picked = await pickInSteps(place, {
    title: titleOf(context, numberOf(context, answers)),
    placeholder: vscode.l10n.t('Enter goes on; pick a line to change it'),
    items: () => detailItems(context.archive, answers, suggestion),
  });
  if (picked === undefined) return 'cancelled';
  if (picked === 'back') return 'back';
  if (picked.what === 'go on') return 'next';
  await askDetail(picked.what, context.archive, answers, suggestion);
  return 'again';
}

interface CarryItem extends vscode.QuickPickItem {
  readonly carry?: CarryMode;
  readonly toggle?: 'links' | 'stamp';
}

async function askCarry(place: StepPlace, context: WizardContext, answers: Answers): Promise<StepResult> {
  const { from } = suggestionOf(context, answers);
  const source = from && (await context.read(from));
  const preview = (item: CarryItem | undefined): Promise<void> =>
    context.preview({ ...answers, ...(item?.carry ? { carry: item.carry } : {}) });
  if (context.previewAtOnce) await preview(undefined);
  const picked = await pickInSteps<CarryItem>(place, {
    title: titleOf(context, numberOf(context, answers)),
    placeholder: vscode.l10n.t('What to carry over; Enter creates the note'),
    items: () => [...carryItems(source), ...toggles(answers)],
    active: ({ carry }) => carry === answers.carry,
    buttons: [
      {
        button: { iconPath: new vscode.ThemeIcon('open-preview'), tooltip: vscode.l10n.t('Preview the Note') },
        run: preview,
      },
    ],
  });
  if (picked === undefined) return 'cancelled';
  if (picked === 'back') return 'back';
  if (picked.toggle) {
    answers[picked.toggle] = answers[picked.toggle] === false;
    return 'again';
  }
  answers.carry = picked.carry ?? 'coverage';
  return 'next';
}

function carryItems(from: Episode | undefined): CarryItem[] {
  const count = (mode: CarryMode): string => {
    const { done, total } = from ? carriedTasks(from, mode) : { done: 0, total: 0 };
    return vscode.l10n.t('{0} tasks, {1} done', total, done);
  };
  return [
    { label: vscode.l10n.t('Coverage: all items, boxes kept'), description: count('coverage'), carry: 'coverage' },
    { label: vscode.l10n.t('Open items only'), description: count('open'), carry: 'open' },
    { label: vscode.l10n.t('All items, unticked'), description: count('fresh'), carry: 'fresh' },
    { label: vscode.l10n.t('No items'), carry: 'none' },
  ];
}

const toggles = ({ links, stamp }: Answers): CarryItem[] => [
  { label: '', kind: vscode.QuickPickItemKind.Separator },
  { ...toggle(vscode.l10n.t('Reference links go along'), links), toggle: 'links' },
  { ...toggle(vscode.l10n.t('Finished topics get their stamp'), stamp), toggle: 'stamp' },
];

/** Its state in words too: screen readers leave icons out. */
const toggle = (words: string, on: boolean | undefined): vscode.QuickPickItem => ({
  label: `$(${on === false ? 'circle-large-outline' : 'pass-filled'}) ${words}`,
  description: on === false ? vscode.l10n.t('no') : vscode.l10n.t('yes'),
});
