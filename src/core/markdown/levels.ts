import type { Piece } from './joinPieces.js';
import type { Block, List, ListItem } from './syntax.js';

/** Blocks in as many items, each of which stands for another and is nowhere. */
export function nest(blocks: readonly Block[], depth: number): readonly Block[] {
  if (depth === 0) return blocks;
  const nowhere = { start: -1, end: -1 };
  const around = { start: -1, end: blocks.at(-1)?.end ?? -1 };
  const item = { kind: 'listItem', ...around, marker: nowhere, box: null, content: nowhere } as const;
  return [{ kind: 'list', ...around, ordered: false, items: [{ ...item, blocks: nest(blocks, depth - 1) }] }];
}

/** What was read behind stand-ins, innermost first; `goesOn` as in a `Piece`. */
export function unnest(blocks: readonly Block[], depth: number, goesOn: boolean): Piece[] {
  const levels: Piece[] = [];
  let [inner, ends]: [readonly Block[], readonly number[]] = [blocks, []];
  while (ends.length < depth) {
    const [list, ...more] = inner;
    const [standIn, ...items] = list?.kind === 'list' ? list.items : [];
    if (list?.kind !== 'list' || !standIn) break;
    if (items.length > 0) levels.unshift({ ends, blocks: [{ ...list, items }, ...more], goesOn: true });
    else if (more.length > 0) levels.unshift({ ends, blocks: more, goesOn: false });
    ends = [...ends, standIn.end];
    inner = standIn.blocks.slice(1);
  }
  return [{ ends, blocks: inner, goesOn }, ...levels];
}

/** The blocks in so many items (`nest`); undefined where anything is behind these. */
export function blocksIn(blocks: readonly Block[], depth: number): readonly Block[] | undefined {
  if (depth === 0) return blocks;
  const [item, ...others] = onlyList(blocks)?.items ?? [];
  return item && others.length === 0 ? blocksIn(item.blocks, depth - 1) : undefined;
}

/** The list that blocks are, if they are nothing else. */
export const onlyList = ([list, ...more]: readonly Block[]): List | undefined =>
  list?.kind === 'list' && more.length === 0 ? list : undefined;

/** A list without what follows it, and what stands for the items that this is in. */
export interface Ended {
  readonly list: List;
  readonly standIns: string;
}

/**
 * A list, which ends at `end`, without the item that was put behind it and begins at `sentinel`, however deep that is.
 * Undefined where it is none, or the first one of its list: what that holds may depend on what is above it.
 */
export function endAt(
  list: List,
  end: number,
  sentinel: number,
  standInOf: (item: ListItem) => string | undefined,
): Ended | undefined {
  const last = list.items.at(-1) as ListItem;
  const before = list.items.slice(0, -1);
  if (last.start === sentinel) {
    const items = { ...list, items: before, end: before.at(-1)?.end ?? Number.POSITIVE_INFINITY };
    // HTML left open reaches as far into the next item as that one's marker does
    return items.end <= end ? { list: items, standIns: '' } : undefined;
  }
  const inner = last.blocks.at(-1);
  const standIn = standInOf(last);
  const ended = inner?.kind === 'list' && standIn !== undefined ? endAt(inner, end, sentinel, standInOf) : undefined;
  if (!ended) return undefined;
  const item = { ...last, blocks: [...last.blocks.slice(0, -1), ended.list], end: ended.list.end };
  return { list: { ...list, items: [...before, item], end: item.end }, standIns: `${standIn}${ended.standIns}` };
}
