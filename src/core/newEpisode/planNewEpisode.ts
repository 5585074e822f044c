import type { Archive, ArchivedEpisode, ArchiveWithNotes } from '../archive/archive.js';
import { nextNumber } from '../archive/buildArchive.js';
import { episodeOf } from '../archive/lookUp.js';
import { findOpenSeries, findPreviousEpisode, likelySeries, seriesForTitle } from '../archive/previousEpisode.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import { titleSegments } from '../episode/parseTitle.js';
import { parseVideoId } from '../episode/youTube.js';
import { formatNumber, notePath } from '../show/show.js';
import { nextWeekday, parseDate } from '../text/dates.js';
import { carryOutline, carryReferences } from './carryOver.js';
import type { NewEpisodeChoices, NewEpisodePlan, NewEpisodeRefusal, PlannedFile } from './choices.js';
import { composeNote } from './composeNote.js';
import { withDefinitions } from './definitions.js';
import { addIndexLine } from './indexLine.js';
import { hasOutlineSection } from './ownTemplate.js';
import { VIDEO_PLACEHOLDER } from './template.js';
import { stampEdits, suggestTopics } from './topics.js';

const refuse = (reason: NewEpisodeRefusal['reason'], message: string): NewEpisodeRefusal => ({
  kind: 'refused',
  reason,
  message,
});

/** What a new episode would be where the host says nothing. */
export interface NewEpisodeSuggestion {
  readonly from: ArchivedEpisode | undefined;
  readonly title: string;
  /** Titles to pick from, the suggested one first. */
  readonly titles: readonly string[];
  readonly number: number;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly hosts: readonly string[];
}

/**
 * `today` is the day at the show, `YYYY-MM-DD`. A title given decides the series, else that of `near`, the note the
 * host is in, else the newest with open topics.
 */
export function suggestNewEpisode(
  archive: Archive,
  today: string,
  { title, from }: Pick<NewEpisodeChoices, 'title' | 'from'> = {},
  near?: ArchivedEpisode,
): NewEpisodeSuggestion {
  const open = (near && likelySeries(near).series) ?? findOpenSeries(archive);
  const series = title === undefined ? open : seriesForTitle(archive, titleSegments(title));
  const chosen = typeof from === 'number' ? episodeOf(archive, from) : undefined;
  const source = from === null ? undefined : (chosen ?? findPreviousEpisode(archive, series));
  const sourceSeries = source ? likelySeries(source).series : null;
  const topics = source && sourceSeries ? suggestTopics(archive, source) : [];
  const titles = topics.map((topic) => `${sourceSeries} : ${topic}`);
  return {
    from: source,
    title: title ?? titles[0] ?? '',
    titles,
    number: nextNumber(archive),
    date: nextWeekday(today, archive.show.weekday),
    hosts: (source ?? archive.episodes[0])?.hosts ?? [],
  };
}

/**
 * Every file a new episode makes or changes, whole; nothing is written here. `today` is `YYYY-MM-DD` at the show.
 * Of the archive's notes only the one whose outline goes on (`suggestNewEpisode(…).from`) has to be at hand.
 * Gives a refusal in plain words where a choice cannot be met.
 */
export function planNewEpisode(
  archive: ArchiveWithNotes,
  choices: NewEpisodeChoices,
  today: string,
  near?: ArchivedEpisode,
): NewEpisodePlan | NewEpisodeRefusal {
  const { show } = archive;
  const refusal = checkChoices(archive, choices);
  if (refusal) return refusal;
  const suggestion = suggestNewEpisode(archive, today, choices, near);
  const number = choices.number ?? suggestion.number;
  const title = oneLine(suggestion.title);
  const from = suggestion.from;
  const source = from && archive.notes.get(from.path);
  if (from && !source) return refuse('no-source', `${from.path} cannot be read.`);
  const path = notePath(show, number);
  const values = {
    number,
    title,
    hosts: choices.hosts && choices.hosts.length > 0 ? choices.hosts : suggestion.hosts,
    date: parseDate(choices.date ?? '') ?? suggestion.date,
    videoId: parseVideoId(choices.video ?? '') ?? null,
  };
  const stamps =
    from && source && choices.stamp !== false && (choices.carry ?? 'coverage') === 'coverage'
      ? stampEdits(archive, from, source)
      : [];
  if (show.template !== '' && archive.template === null && choices.template === undefined)
    return refuse('no-template', `The template ${show.template} does not exist.`);
  const template = choices.template === 'built-in' ? null : archive.template;
  const outline = source ? carryOutline(source, choices.carry ?? 'coverage', stamps) : undefined;
  if (outline && template !== null && !hasOutlineSection(template, show))
    return refuse(
      'no-outline-section',
      show.template === ''
        ? 'The template has no section for the outline. Expected a heading such as “## Show Notes”.'
        : `The template ${show.template} has no section for the outline. Expected a heading such as “## Show Notes”.`,
    );
  const composed = composeNote({
    show,
    template,
    values,
    source,
    outline,
    references:
      from && source && carriesReferences(archive, from, title, choices) ? carryReferences(source) : undefined,
  });
  const note = source ? withDefinitions(composed, source, show) : composed;
  const files: PlannedFile[] = [{ path, before: null, after: note }];
  const index = choices.index === false ? null : addIndexLine(archive, number, title, path);
  if (index !== null && archive.index) files.push({ path: show.index, before: archive.index.text, after: index });
  return { kind: 'plan', path, number, from: from?.number ?? null, files, cursor: firstToFill(note, archive) };
}

const oneLine = (title: string): string => title.replace(/\s+/g, ' ').trim();

/** Reference Links go on within a series only. */
function carriesReferences(
  archive: Archive,
  source: ArchivedEpisode,
  title: string,
  choices: NewEpisodeChoices,
): boolean {
  if (choices.links === false || choices.carry === 'none') return false;
  const series = seriesForTitle(archive, titleSegments(title));
  return series !== null && series.toLowerCase() === likelySeries(source).series?.toLowerCase();
}

/** Why these choices cannot be met; undefined where they can. */
export function checkChoices(
  archive: Archive,
  { number, title, date, video, from }: NewEpisodeChoices,
): NewEpisodeRefusal | undefined {
  const { show, usedNumbers } = archive;
  if (number !== undefined && !(Number.isSafeInteger(number) && number > 0)) {
    return refuse('bad-number', `“${number}” is no episode number. Expected a whole number from 1.`);
  }
  const user = number === undefined ? undefined : usedNumbers.get(number);
  if (number !== undefined && user !== undefined) {
    return refuse(
      'number-taken',
      `Episode ${formatNumber(show, number)} is taken by ${user}. The next free number is ${formatNumber(show, nextNumber(archive))}.`,
    );
  }
  if (title !== undefined && title.trim() === '')
    return refuse('no-title', 'The title is empty. Expected one, or none at all for the suggested.');
  if (date !== undefined && parseDate(date) === null) {
    return refuse('bad-date', `“${date}” is no date. Expected one such as 2019-10-11.`);
  }
  if (video !== undefined && parseVideoId(video) === undefined) {
    return refuse('bad-video', `“${video}” is no YouTube video. Expected an id of 11 characters or a video’s URL.`);
  }
  if (typeof from === 'number' && !episodeOf(archive, from)) {
    return refuse('no-source', `There is no episode ${formatNumber(show, from)} to take the outline from.`);
  }
  return undefined;
}

/** Title, then video, then the week: the first that still waits for the host. */
function firstToFill(note: string, { show }: Archive): number {
  const episode = parseEpisode(note, show);
  if (episode.title && episode.title.text === '') return episode.title.span.end;
  const placeholder = note.indexOf(VIDEO_PLACEHOLDER);
  if (placeholder >= 0) return placeholder;
  const week = episode.sections.find(({ kind }) => kind === 'week');
  return week ? week.heading.end : note.length;
}
