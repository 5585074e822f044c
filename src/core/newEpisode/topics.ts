import type { Archive, ArchivedEpisode } from '../archive/archive.js';
import type { TaskSummary } from '../archive/noteSummary.js';
import { likelySeries } from '../archive/previousEpisode.js';
import { withoutPart } from '../archive/series.js';
import type { Episode } from '../episode/episode.js';
import type { OutlineItem } from '../outline/outline.js';
import { isHalfDone, taskLevels, topicName } from '../outline/taskLevels.js';
import { formatNumber } from '../show/show.js';
import { groupBy } from '../text/groupBy.js';
import { oncePer } from '../text/oncePer.js';
import { span, type TextEdit } from '../text/span.js';

const words = (label: string): string => label.toLowerCase().replace(/\s+/g, ' ').trim();

/** The topic a note's title ends in, without `Part 2`. */
function topicOf(episode: ArchivedEpisode): string | null {
  const { topic } = likelySeries(episode);
  return topic === null ? null : words(withoutPart(topic));
}

/** The notes of a series, as far as their titles say so; the source alone where it is in none. */
function seriesOf(archive: Archive, source: ArchivedEpisode): ArchivedEpisode[] {
  const series = likelySeries(source).series;
  return series === null ? [source] : (bySeries(archive).get(words(series)) ?? []);
}

const bySeries = oncePer(({ episodes }: Archive) => groupBy(episodes, (one) => words(likelySeries(one).series ?? '')));

/** The topics that the titles of a series name. */
const topicsOfTitles = (series: readonly ArchivedEpisode[]): Set<string> =>
  new Set(series.flatMap((one) => topicOf(one) ?? []));

/**
 * Of a note's tasks by level those that are topics of their series: the level where its titles' topics stand; the
 * top level where no title names one.
 */
function topicLevel<Task>(
  levels: readonly (readonly Task[] | undefined)[],
  name: (task: Task) => string,
  titles: ReadonlySet<string>,
): readonly Task[] {
  const named = levels.find((level) => level?.some((task) => titles.has(words(name(task)))));
  return named ?? levels.find((level) => level !== undefined && level.length > 0) ?? [];
}

const topicsOf = ({ details }: ArchivedEpisode, titles: ReadonlySet<string>): readonly TaskSummary[] =>
  topicLevel(details.topics, ([name]) => name, titles);

/**
 * What the next episode of a series could be about: its open topics in their order, and those that are half done,
 * which go on as `… Part 2`. The first is the likeliest.
 */
export function suggestTopics(archive: Archive, source: ArchivedEpisode): string[] {
  const series = seriesOf(archive, source);
  const told = series.map(topicOf);
  return topicsOf(source, topicsOfTitles(series))
    .filter(([name, checked, halfDone]) => name !== '' && (!checked || halfDone))
    .map(([name, , halfDone]) => {
      const times = told.filter((topic) => topic === words(name)).length;
      return times > 0 && halfDone ? `${name} Part ${times + 1}` : name;
    });
}

/**
 * Stamps for finished topics of `note`, the source's, that have none: ` tgik.io/NNN` behind the label, NNN being the
 * first episode of the series in which the topic is ticked.
 */
export function stampEdits(archive: Archive, source: ArchivedEpisode, note: Episode): TextEdit[] {
  const { shortLink } = archive.show;
  if (shortLink === '') return [];
  const series = seriesOf(archive, source);
  const titles = topicsOfTitles(series);
  const ticked = new Map<string, number>();
  for (const one of series.filter(hasNumber).sort((a, b) => b.number - a.number))
    for (const [name, checked] of topicsOf(one, titles)) if (checked) ticked.set(words(name), one.number);
  return topicLevel(taskLevels(note.outline), topicName, titles).flatMap((item) => {
    const name = topicName(item);
    const first = ticked.get(words(name));
    if (item.checked !== true || item.stamp || name === '' || isHalfDone(item) || first === undefined) return [];
    const at = endOfFirstLine(note.syntax.text, item);
    return [{ span: span(at, at), newText: ` ${shortLink}/${formatNumber(archive.show, first)}` }];
  });
}

const hasNumber = (one: ArchivedEpisode): one is ArchivedEpisode & { number: number } => one.number !== null;

/** Where the words of an item's first line end; blanks behind them stay. */
function endOfFirstLine(text: string, { content }: OutlineItem): number {
  const line = /^[^\r\n]*/.exec(text.slice(content.start, content.end))?.[0] ?? '';
  return content.start + line.trimEnd().length;
}
