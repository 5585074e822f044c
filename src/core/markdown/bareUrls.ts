import type { Span } from '../text/span.js';

const URL_START = /(?<![A-Za-z0-9])(?:https?:\/\/|www\.)[^\s<]+/gi;

/**
 * Bare URLs as GFM's "extended autolinks" reads them: to the next blank or `<`, less trailing punctuation,
 * an unmatched `)` and an entity. `before` is the character in front of `source`.
 * https://github.github.com/gfm/#autolinks-extension-
 */
export function findBareUrls(source: string, before: string): Span[] {
  const urls: Span[] = [];
  for (const match of source.matchAll(URL_START)) {
    const start = match.index;
    if (start === 0 && /[A-Za-z0-9]/.test(before)) continue;
    const url = trimPunctuation(match[0]);
    const host = url.replace(/^https?:\/\//i, '').split(/[/?#:]/)[0] ?? '';
    if (/^[\w-]+(\.[\w-]+)+$/u.test(host)) urls.push({ start, end: start + url.length });
  }
  return urls;
}

function trimPunctuation(url: string): string {
  let end = url.length;
  for (;;) {
    const rest = url.slice(0, end);
    const entity = /&[A-Za-z0-9]+;$/.exec(rest);
    if (entity) end -= entity[0].length;
    else if (/[?!.,:*_~'"\]]$/.test(rest)) end -= 1;
    else if (rest.endsWith(')') && count(rest, ')') > count(rest, '(')) end -= 1;
    else return rest;
  }
}

const count = (text: string, char: string): number => text.split(char).length - 1;
