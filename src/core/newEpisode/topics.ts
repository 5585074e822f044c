import type { Archive, ArchivedEpisode } from '../archive/archive.js';
import { likelySeries } from '../archive/previousEpisode.js';
import { withoutPart } from '../archive/series.js';
import type { OutlineItem } from '../outline/outline.js';
import { countTasks } from '../outline/progress.js';
import { formatNumber } from '../show/show.js';
import { span, type TextEdit } from '../text/span.js';

const words = (label: string): string => label.toLowerCase().replace(/\s+/g, ' ').trim();

/** The topic a note's title ends in, without `Part 2`. */
function topicOf(episode: ArchivedEpisode): string | null {
  const { topic } = likelySeries(episode);
  return topic === null ? null : words(withoutPart(topic));
}

/** A task that is a topic of its series, and its words without the stamp. */
export interface Topic {
  readonly item: OutlineItem;
  readonly name: string;
}

/** An item's words without the stamp. */
export const topicName = ({ label, stamp }: OutlineItem): string =>
  stamp ? label.slice(0, Math.max(0, label.length - (stamp.span.end - stamp.span.start))).trim() : label;

/** The notes of a series, as far as their titles say so; the source alone where it is in none. */
function seriesOf(archive: Archive, source: ArchivedEpisode): ArchivedEpisode[] {
  const series = likelySeries(source).series;
  if (series === null) return [source];
  return archive.episodes.filter((one) => words(likelySeries(one).series ?? '') === words(series));
}

/**
 * The tasks that are topics of their series: those at the level where its titles' topics stand; the top level where no
 * title names one.
 */
export function findTopics(archive: Archive, source: ArchivedEpisode): Topic[] {
  const titles = new Set(seriesOf(archive, source).flatMap((one) => topicOf(one) ?? []));
  const levels = taskLevels(source.episode.outline);
  const named = levels.find((level) => level?.some((item) => titles.has(words(topicName(item)))));
  return (named ?? levels.find((level) => level !== undefined) ?? []).map((item) => ({ item, name: topicName(item) }));
}

/** Tasks by how deep they stand in their list, whatever stands above them. */
function taskLevels(
  items: readonly OutlineItem[],
  depth = 0,
  levels: (OutlineItem[] | undefined)[] = [],
): (OutlineItem[] | undefined)[] {
  for (const item of items) {
    const inList = item.kind !== 'section';
    if (item.checked !== null) {
      const level = levels[depth] ?? [];
      levels[depth] = level;
      level.push(item);
    }
    taskLevels(item.children, inList ? depth + 1 : depth, levels);
  }
  return levels;
}

/** Ticked, but most of what it holds is still open: the author goes on with it. */
function isHalfDone({ checked, children }: OutlineItem): boolean {
  const { done, total } = countTasks(children);
  return checked === true ? total - done > done : done > 0;
}

/**
 * What the next episode of a series could be about: its open topics in their order, and those that are half done,
 * which go on as `… Part 2`. The first is the likeliest.
 */
export function suggestTopics(archive: Archive, source: ArchivedEpisode): string[] {
  const told = seriesOf(archive, source).map(topicOf);
  return findTopics(archive, source)
    .filter(({ item, name }) => name !== '' && (item.checked === false || isHalfDone(item)))
    .map(({ item, name }) => {
      const times = told.filter((topic) => topic === words(name)).length;
      return times > 0 && isHalfDone(item) ? `${name} Part ${times + 1}` : name;
    });
}

/**
 * Stamps for finished topics that have none: ` tgik.io/NNN` behind the label, NNN being the first episode of the series
 * in which the topic is ticked.
 */
export function stampEdits(archive: Archive, source: ArchivedEpisode): TextEdit[] {
  const { shortLink } = archive.show;
  const episodes = seriesOf(archive, source)
    .filter(({ number }) => number !== null)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  if (shortLink === '') return [];
  return findTopics(archive, source).flatMap(({ item, name }) => {
    if (item.checked !== true || item.stamp || name === '' || isHalfDone(item)) return [];
    const first = episodes.find((episode) =>
      findTopics(archive, episode).some((topic) => topic.item.checked === true && words(topic.name) === words(name)),
    );
    if (first?.number === undefined || first.number === null) return [];
    const at = endOfFirstLine(source.episode.syntax.text, item);
    return [{ span: span(at, at), newText: ` ${shortLink}/${formatNumber(archive.show, first.number)}` }];
  });
}

/** Where the words of an item's first line end; blanks behind them stay. */
function endOfFirstLine(text: string, { content }: OutlineItem): number {
  const line = /^[^\r\n]*/.exec(text.slice(content.start, content.end))?.[0] ?? '';
  return content.start + line.trimEnd().length;
}
