import type { LinkVerdict } from './linkVerdict.js';

/** Where a link leads now: a redirect’s target keeps the link’s fragment unless it brings its own. */
export function finalTarget({ finalUrl }: Pick<LinkVerdict, 'finalUrl'>, link: string): string {
  const fragment = /#.*$/s.exec(link)?.[0] ?? '';
  return finalUrl === null || finalUrl.includes('#') ? (finalUrl ?? link) : finalUrl + fragment;
}
