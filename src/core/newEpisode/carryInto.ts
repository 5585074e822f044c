import type { Episode } from '../episode/episode.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import type { OutlineItem } from '../outline/outline.js';
import { walkOutline } from '../outline/progress.js';
import { insertMarkdown } from '../outline/rearrange.js';
import type { Place } from '../outline/shape.js';
import { topicName } from '../outline/taskLevels.js';
import { asMarkdown } from '../outline/writeItem.js';
import type { Show } from '../show/show.js';
import { lineEndOf } from '../text/lines.js';
import { applyEdits } from '../text/span.js';
import { allDefinitions, withDefinitions } from './definitions.js';

/** A note with another's items added, and how many these are. */
export interface CarriedInto {
  readonly text: string;
  /** Items added, with all they hold. */
  readonly added: number;
  /** Items for which no sure place was found, by label. */
  readonly left: readonly string[];
}

/**
 * Adds what `target` lacks of the outline of `source`. Items are the same where they and all above them have the same
 * words, stamps and states apart; those that are there keep their state, their words and their place. What is missing
 * comes behind those it follows in the source, else above those it precedes. Carrying twice changes nothing more.
 */
export function carryInto(target: string, source: Episode, show: Show): CarriedInto {
  const eol = lineEndOf(target);
  // an item reads the same in both notes only where both have what it refers to
  const definitions = allDefinitions(target, source, show);
  let episode = parseEpisode(target + definitions, show);
  let added = 0;
  const left: string[] = [];
  const visit = (items: readonly OutlineItem[], path: readonly string[], under: OutlineItem | undefined): void => {
    const earlier: string[] = [];
    const inOutline = under?.checked != null || items.some((item) => item.kind !== 'section' && holdsTasks(item));
    for (const [name, item] of named(items)) {
      const own = [...path, name];
      if (!holdsTasks(item) && !(inOutline && item.kind !== 'section')) continue;
      if (find(episode, own)) visit(item.children, own, item);
      else {
        const later = named(items)
          .slice(items.indexOf(item) + 1)
          .map(([one]) => one);
        const after = add(item, path, earlier, later);
        if (after === undefined) {
          left.push(item.label);
          continue;
        }
        episode = parseEpisode(after, show);
        added += walkOutline([item]).length;
      }
      earlier.push(name);
    }
  };
  const add = (
    item: OutlineItem,
    path: readonly string[],
    earlier: readonly string[],
    later: readonly string[],
  ): string | undefined => {
    const markdown = asMarkdown(source.syntax.text, item).replace(/\r\n|\n|\r/g, eol);
    const before = earlier
      .flatMap((name) => find(episode, [...path, name]) ?? [])
      .sort((a, b) => b.span.start - a.span.start)[0];
    const parent = find(episode, path);
    const behind = before ? undefined : later.map((name) => find(episode, [...path, name])).find((one) => one);
    const [at, where]: [OutlineItem | undefined, Place] = before
      ? [before, 'after']
      : behind && behind.kind !== 'section'
        ? [behind, 'before']
        : [parent, 'inside'];
    if (item.kind === 'section')
      return path.length > 0 && !parent ? undefined : `${episode.syntax.text.trimEnd()}${eol}${eol}${markdown}${eol}`;
    const edits =
      (at && insertMarkdown(episode, show, markdown, at, where)) ??
      (parent && insertMarkdown(episode, show, markdown, parent, 'inside'));
    return edits && applyEdits(episode.syntax.text, edits);
  };
  visit(source.outline, [], undefined);
  if (added === 0) return { text: target, added, left };
  const text = withDefinitions(episode.syntax.text.replace(definitions, ''), source, show);
  return { text, added, left };
}

/** What an item is called among its siblings, whatever its state: its words, and which one of these it is. */
function named(items: readonly OutlineItem[]): [string, OutlineItem][] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const words = `${item.kind === 'section' ? '#' : '-'} ${topicName(item).toLowerCase().replace(/\s+/g, ' ').trim()}`;
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return [`${words} ${count}`, item];
  });
}

function find({ outline }: Episode, path: readonly string[]): OutlineItem | undefined {
  let items = outline;
  let found: OutlineItem | undefined;
  for (const name of path) {
    found = named(items).find(([own]) => own === name)?.[1];
    if (!found) return undefined;
    items = found.children;
  }
  return found;
}

/** News and chapters are not carried: only what holds a task, and what stands beside or below tasks. */
const holdsTasks = (item: OutlineItem): boolean => item.checked !== null || item.children.some(holdsTasks);
