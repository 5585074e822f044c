import { groupBy } from '../text/groupBy.js';
import type { TextEdit } from '../text/span.js';
import type { OutlineItem } from './outline.js';
import { walkOutline } from './progress.js';

/** Changes made at once: spans speak of the text before all of them, and do not overlap. */
export type EditBatch = readonly TextEdit[];

/**
 * Which item of an outline each item of its next version is. An item whose bullet and words no edit has touched is
 * surely itself; a touched one is the one that begins where it began, or, where lines were moved, the only one of its
 * label that is missing on one side and new on the other. Gives new → old.
 */
export function matchItems(
  before: readonly OutlineItem[],
  after: readonly OutlineItem[],
  batches: readonly EditBatch[],
): Map<OutlineItem, OutlineItem> {
  const matches = new Map<OutlineItem, OutlineItem>();
  if (before.length === 0) return matches;
  const byStart = new Map(walkOutline(after).map((item) => [item.span.start, item]));
  const places = new Map(walkOutline(before).map((item) => [item, move(item, batches)]));
  for (const [item, place] of places) {
    const found = place && !place.touched ? byStart.get(place.start) : undefined;
    if (found) matches.set(found, item);
  }
  if (matches.size < byStart.size) matchByLabel(before, after, matches);
  const known = new Set(matches.values());
  for (const [item, place] of places) {
    const found = place && byStart.get(place.start);
    if (found && !matches.has(found) && !known.has(item)) matches.set(found, item);
  }
  return matches;
}

/** Whether an item is surely another one in the version before the edits: none has touched its bullet and words. */
export function isSurely(before: OutlineItem, after: OutlineItem, batches: readonly EditBatch[]): boolean {
  const place = move(before, batches);
  return place !== undefined && !place.touched && place.start === after.span.start;
}

/** What is missing and new: first below the same parent, then anywhere. Parents come before what they hold. */
function matchByLabel(
  before: readonly OutlineItem[],
  after: readonly OutlineItem[],
  matches: Map<OutlineItem, OutlineItem>,
): void {
  const known = new Set(matches.values());
  const pair = (item: OutlineItem, old: ByKey, now: ByKey): void => {
    if (matches.has(item)) return;
    const gone = old.get(key(item))?.filter((one) => !known.has(one)) ?? [];
    const fresh = now.get(key(item))?.filter((one) => !matches.has(one)) ?? [];
    if (gone.length !== 1 || fresh.length !== 1 || !gone[0]) return;
    matches.set(item, gone[0]);
    known.add(gone[0]);
  };
  const gone = (items: readonly OutlineItem[]): ByKey => byKey(items.filter((one) => !known.has(one)));
  const fresh = (items: readonly OutlineItem[]): ByKey => byKey(items.filter((one) => !matches.has(one)));
  const [allBefore, allAfter] = [gone(walkOutline(before)), fresh(walkOutline(after))];
  if (![...allAfter.keys()].some((label) => allBefore.has(label))) return;
  const visit = (items: readonly OutlineItem[], old: readonly OutlineItem[]): void => {
    const [above, here] = [gone(old), fresh(items)];
    for (const item of items) pair(item, above, here);
    for (const item of items) pair(item, allBefore, allAfter);
    for (const item of items) visit(item.children, matches.get(item)?.children ?? []);
  };
  visit(after, before);
}

type ByKey = ReadonlyMap<string, readonly OutlineItem[]>;

const byKey = (items: Iterable<OutlineItem>): ByKey => groupBy(items, key);

interface Moved {
  readonly start: number;
  readonly touched: boolean;
}

/** Where an item's bullet stands after the edits; undefined where it was replaced. */
function move(item: OutlineItem, batches: readonly EditBatch[]): Moved | undefined {
  let { start } = item.span;
  let end = Math.max(item.content.end, start);
  let touched = false;
  for (const batch of batches) {
    let [shift, growth] = [0, 0];
    for (const { span, newText } of batch) {
      const by = newText.length - (span.end - span.start);
      if (span.end <= start) shift += by;
      else if (span.start >= end) continue;
      else if (span.start < start) return undefined;
      else {
        touched = true;
        growth += by;
      }
    }
    start += shift;
    end = Math.max(start, end + shift + growth);
  }
  return { start, touched };
}

/** A task and a plain bullet are the same item: its box may come or go. */
const key = ({ kind, label }: OutlineItem): string => `${kind === 'section' ? '#' : '-'} ${label}`;
