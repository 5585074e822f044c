import { slug } from 'github-slugger';

/** A label as a part of an id. */
export const nameOf = (label: string): string => slug(label) || '-';

/** Ids of siblings: the parent's, the own name, and an ordinal from the second of the same name on. */
export class Ordinals {
  readonly #parent: string;
  readonly #before: ReadonlyMap<string, number> | undefined;
  /** How often each name has come. */
  readonly seen = new Map<string, number>();

  /** `before`: names of siblings that have their ids already. */
  constructor(parent: string, before?: ReadonlyMap<string, number>) {
    this.#parent = parent;
    this.#before = before;
  }

  next(name: string): string {
    const count = (this.seen.get(name) ?? this.#before?.get(name) ?? 0) + 1;
    this.seen.set(name, count);
    return numbered(idBelow(this.#parent, name), count);
  }
}

const numbered = (name: string, count: number): string => (count === 1 ? name : `${name}~${count}`);

/** An id of one that stands behind others, of which each name has come `before` so often. */
export function behind(id: string, before: ReadonlyMap<string, number>): string {
  const at = id.indexOf('~');
  if (at < 0) return numbered(id, 1 + (before.get(id) ?? 0));
  return numbered(id.slice(0, at), Number(id.slice(at + 1)) + (before.get(id.slice(0, at)) ?? 0));
}

/** How often each name stands among ids right below `parent`. */
export function countNames(ids: readonly string[], parent: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const id of ids) {
    const [name = ''] = id.slice(parent.length + 1).split('~');
    names.set(name, 1 + (names.get(name) ?? 0));
  }
  return names;
}

export const idBelow = (parent: string, id: string): string => (parent === '' ? id : `${parent}/${id}`);
